/** The version of the host's kernel, which every container shares. */
export const kernelVersion = '6.18.44-fc-v657';
