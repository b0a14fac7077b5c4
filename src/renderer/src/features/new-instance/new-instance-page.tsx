export function NewInstancePage() {
  return null;
}
