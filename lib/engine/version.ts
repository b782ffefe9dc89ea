/** Docker's version that is modelled and our own count of changes to what the engine does. */
export const engineVersion = '28.2.2-21';
