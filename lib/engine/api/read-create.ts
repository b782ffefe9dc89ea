import { Latest } from '../../kernel/latest';
import type { ContainerConfig, EndpointSettings, HostConfig } from '../docker-json';
import { readContainerConfig, readHostConfig } from './read-config';
import { membersOf } from './read-json';
import { readEndpoints } from './read-network';

/** What the body of `POST /containers/create` asks for. */
interface CreateReading {
  readonly config: ContainerConfig;
  readonly hostConfig: HostConfig;
  readonly networks: Readonly<Record<string, EndpointSettings>>;
}

/** The command line sends the very same body for the same words. */
const readings = new Latest<object, CreateReading>();

/** Reads the body of `POST /containers/create`, the latest few once: nobody may change a request's body. Refuses an endpoint that is nothing. */
export function readCreate(body: unknown): CreateReading {
  const json = membersOf(body);
  const known = readings.get(json);
  if (known) return known;
  const reading = {
    config: readContainerConfig(body),
    hostConfig: readHostConfig(json['HostConfig']),
    networks: readEndpoints(body),
  };
  readings.set(json, reading);
  return reading;
}
