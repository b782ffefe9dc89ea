/** The look of a menu that opens from the header. */
export const menuContentStyle =
  'fade-in bg-surface border-line shadow-float z-50 min-w-56 rounded-control border p-1.5';
export const menuItemStyle =
  'flex min-h-11 w-full cursor-pointer items-center gap-3 rounded-md px-3 text-left outline-none data-highlighted:bg-sunken';
