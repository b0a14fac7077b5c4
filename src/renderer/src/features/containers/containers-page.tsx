export function ContainersPage() {
  return null;
}
