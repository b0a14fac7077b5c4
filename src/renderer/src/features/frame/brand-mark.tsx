/** The seat on the elephant's back. */
export function BrandMark() {
  return (
    <svg aria-hidden="true" width="18" height="20" viewBox="0 0 18 20">
      <rect x="3" y="0" width="12" height="6" rx="3" fill="var(--warn)" />
      <path d="M0 8a5 5 0 0 1 5-5h8a5 5 0 0 1 5 5v4c0 4.500-4 8-9 8s-9-3.500-9-8z" fill="var(--accent)" />
    </svg>
  );
}
