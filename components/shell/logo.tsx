/** The mark: a hull, bow to the right, resting on its blocks between the walls of a dock. */
export function Logo({ className }: { readonly className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className={className} fill="none">
      <path
        d="M2.5 12v14.5A1.5 1.5 0 0 0 4 28h24a1.5 1.5 0 0 0 1.5-1.5V12"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
      <path d="M6 12h21.5c-.4 4.6-2.7 8.5-6.5 8.5H11c-3.2 0-5-3.4-5-8.5z" fill="#e4571b" />
      <path d="M9.5 12V5.5h6V12" fill="#e4571b" />
      <path d="M11 22.5v4M16 22.5v4M21 22.5v4" stroke="currentColor" strokeWidth="2.2" />
    </svg>
  );
}
