import { randomBytes } from 'node:crypto';
import { docker } from './docker-cli.ts';
import { removeVolume } from './remove-by-prefix.ts';

/** Containers and volumes of one test file, told by a label and gone afterwards. */
export class OwnContainers {
  readonly label = `dev.howdah.run=${randomBytes(6).toString('hex')}`;
  #count = 0;

  /** A name that nobody has. */
  name(what: string): string {
    this.#count += 1;
    return `howdah-${what}-${this.label.split('=')[1]}-${this.#count}`;
  }

  /** `docker run` with the label; answers the id. */
  run(...args: string[]): Promise<string> {
    return docker('run', '--label', this.label, ...args);
  }

  async sweep(): Promise<void> {
    const containers = await docker('ps', '-aq', '--filter', `label=${this.label}`);
    if (containers !== '') await docker('rm', '-f', '-v', ...containers.split('\n'));
    const volumes = await docker('volume', 'ls', '-q', '--filter', `label=${this.label}`);
    if (volumes !== '') for (const name of volumes.split('\n')) await removeVolume(name);
  }
}
