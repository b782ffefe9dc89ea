/** The mark: a hull resting on its blocks between the walls of a dock. */
export function Logo({ className }: { readonly className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className={className} fill="none">
      <path
        d="M3 6v21a1.5 1.5 0 0 0 1.5 1.5h23A1.5 1.5 0 0 0 29 27V6"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
      <path
        d="M7.5 9.5h17l-2.2 7.9a3.6 3.6 0 0 1-3.5 2.6h-5.6a3.6 3.6 0 0 1-3.5-2.6z"
        fill="#e4571b"
      />
      <path d="M11.5 22.5v3M16 22.5v3M20.5 22.5v3" stroke="currentColor" strokeWidth="2.5" />
    </svg>
  );
}
