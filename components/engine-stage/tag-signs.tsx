/** Small signs, 12 by 12: a plug, a tank, a folder, linked points. */
export const tagSigns = {
  port: <path d="M1 6h5M6 2.5v7a3.5 3.5 0 0 0 0-7zM9.5 6H11" />,
  volume: (
    <path d="M2 3.2c0-1 1.8-1.8 4-1.8s4 .8 4 1.8v5.6c0 1-1.8 1.8-4 1.8s-4-.8-4-1.8zM2 3.2C2 4.2 3.8 5 6 5s4-.8 4-1.8" />
  ),
  bind: <path d="M1.2 9.8V2.6h3.4l1.2 1.6h5v5.6z" />,
  network: (
    <path d="M2.6 6h6.8M6 2.6v6.8M1 6a1.6 1.6 0 1 0 3.2 0A1.6 1.6 0 1 0 1 6M7.8 6A1.6 1.6 0 1 0 11 6a1.6 1.6 0 1 0-3.2 0M4.4 10a1.6 1.6 0 1 0 3.2 0 1.6 1.6 0 1 0-3.2 0M4.4 2a1.6 1.6 0 1 0 3.2 0 1.6 1.6 0 1 0-3.2 0" />
  ),
};
