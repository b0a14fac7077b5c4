export function InstanceDialogs() {
  return null;
}
