/** The version of the host's kernel, which every container shares. */
export const kernelVersion = '6.8.0-45-generic';
