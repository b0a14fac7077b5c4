/** Labels that Howdah writes on what it makes; the only place that spells them. */
export const labels = {
  /** "true" on every container and volume that Howdah made for an instance. */
  managed: 'dev.howdah.managed',
  /** Name of the instance a volume was made for. */
  instance: 'dev.howdah.instance',
  /** On a fresh volume: the name of the volume whose data it replaced (proof that the old one is a restore point). */
  replaces: 'dev.howdah.replaces',
  /** "locally" on images that the bootstrap built. */
  built: 'dev.howdah.built',
  /** On short-lived helper containers, whose events are ignored. */
  helper: 'dev.howdah.helper',
  /** Id of the operation that made it; what a failed create may remove. */
  operation: 'dev.howdah.operation',
  composeProject: 'com.docker.compose.project',
  composeService: 'com.docker.compose.service',
} as const;
