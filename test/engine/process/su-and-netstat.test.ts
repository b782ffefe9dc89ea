import { describe, expect, it } from 'vitest';
import { inBusybox } from '../support/in-busybox';

/* Recorded from Debian's busybox 1.35 in a container of Docker Engine 28.2.2. */
describe('su', () => {
  it.each([
    ['su -c id', 'uid=0(root) gid=0(root) groups=0(root)\n'],
    ['su nobody -s /bin/sh -c id', 'uid=65534(nobody) gid=65534(nogroup) groups=65534(nogroup)\n'],
    ['su - -c pwd', '/root\n'],
    ['cd /tmp; su -c pwd', '/tmp\n'],
    ['su root -c "echo \\$0 \\$1" a b', 'a b\n'],
    ['echo id | su', 'uid=0(root) gid=0(root) groups=0(root)\n'],
    ['su -c "exit 3"; echo $?', '3\n'],
    ['su nosuch; echo $?', '1\nsu: unknown user nosuch\n'],
    ['su -s /bin/nosuch', "su: can't execute '/bin/nosuch': No such file or directory\n"],
    ['su nobody -c id; echo $?', '1\n'],
    ['A=b su nobody -s /bin/sh -c "echo \\$A \\$USER \\$HOME"', 'b nobody /home\n'],
    [
      'A=b su - nobody -s /bin/sh -c "echo \\$A \\$USER \\$HOME \\$PATH"',
      'nobody /home /bin:/usr/bin\n',
    ],
    ['su -p nobody -s /bin/sh -c "echo \\$USER \\$HOME"', '/root\n'],
    ['su nobody -s /bin/sh -c "su -c id"; echo $?', '1\nsu: must be suid to work properly\n'],
  ])('prints what busybox prints for %s', (script, printed) => {
    expect(inBusybox(script)).toBe(printed);
  });
});

const SOCKETS =
  'Proto Recv-Q Send-Q Local Address           Foreign Address         State       \n';

describe('netstat', () => {
  it('lists what listens', () => {
    expect(inBusybox('httpd -p 8080; netstat -tln')).toBe(
      `Active Internet connections (only servers)\n${SOCKETS}tcp        0      0 :::8080                 :::*                    LISTEN      \n`,
    );
  });

  it('tells no program, as it was built', () => {
    expect(inBusybox('netstat -tlnp').split('\n')[0]).toBe("netstat: invalid option -- 'p'");
  });

  it.each([
    [
      'netstat -r',
      '  MSS Window  irtt Iface\ndefault         172.17.0.1      0.0.0.0         UG        0 0          0 eth0\n172.17.0.0      *               255.255.0.0     U         0 0          0 eth0\n',
    ],
    [
      'netstat -rn',
      '  MSS Window  irtt Iface\n0.0.0.0         172.17.0.1      0.0.0.0         UG        0 0          0 eth0\n172.17.0.0      0.0.0.0         255.255.0.0     U         0 0          0 eth0\n',
    ],
    [
      'route',
      'Metric Ref    Use Iface\ndefault         172.17.0.1      0.0.0.0         UG    0      0        0 eth0\n172.17.0.0      *               255.255.0.0     U     0      0        0 eth0\n',
    ],
  ])('shows the routes of %s with names of zeros and without', (script, rows) => {
    expect(inBusybox(script)).toBe(
      `Kernel IP routing table\nDestination     Gateway         Genmask         Flags ${rows}`,
    );
  });
});
