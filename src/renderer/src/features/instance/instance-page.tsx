export function InstancePage({ name, tab }: { name: string; tab: string | undefined }) {
  return <h1>{tab === undefined ? name : `${name} ${tab}`}</h1>;
}
