/** Images that a new sandbox can have in its store from the beginning; every other can be pulled. */
export const firstImages = ['ubuntu', 'nginx', 'busybox', 'httpd', 'redis', 'mysql'] as const;
