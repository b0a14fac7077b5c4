export function VolumePage({ name }: { name: string }) {
  return <h1>{name}</h1>;
}
