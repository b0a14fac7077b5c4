export function LoadImageDialog() {
  return null;
}
