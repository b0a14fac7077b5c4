/** A containerd of its own: one that the system runs may be shared with another dockerd. */
export function containerdConfig(folder) {
  return `version = 2
root = "${folder}/containerd"
state = "${folder}/containerd-state"
disabled_plugins = ["io.containerd.grpc.v1.cri", "io.containerd.internal.v1.opt"]

[grpc]
  address = "${folder}/containerd.sock"
`;
}
