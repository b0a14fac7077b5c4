import { dockerCommands } from '../../commands/docker-commands.ts';
import type { DockerClient } from '../../docker/docker-client.ts';
import { AppFailure } from '../../lib/app-failure.ts';
import type { OperationPlan } from '../../operations/operation-plan.ts';
import type { OperationRunner } from '../../operations/operation-runner.ts';
import { ImageUpload } from '../image-upload.ts';
import { loadImage } from '../load-image.ts';
import { planPull } from './plan-pull.ts';

/** Pulls and loads images as operations; owns the uploads under way until `dispose`. */
export class ImageOperations {
  readonly #uploads = new Map<string, ImageUpload>();

  constructor(private readonly deps: { engine: { client(): DockerClient }; runner: OperationRunner }) {}

  /** Answers the operation's id. @throws AppFailure `busy` when the same image is being pulled. */
  pull(reference: string): Promise<string> {
    const { engine, runner } = this.deps;
    return runner.start({
      kind: 'pull-image',
      subject: reference,
      locks: [`image:${reference}`],
      plan: async () => ({ plan: planPull(engine, reference) }),
    });
  }

  /** Begins to load a file whose pieces come by {@link loadChunk}; answers the operation's id. */
  load({ fileName, sizeBytes }: { fileName: string; sizeBytes: number }): Promise<string> {
    return this.deps.runner.start({
      kind: 'load-image',
      subject: fileName,
      locks: [],
      plan: async (operationId) => ({ plan: this.#planLoad(operationId, fileName, sizeBytes) }),
    });
  }

  /**
   * Hands the next piece to the engine; resolves when there is room for another one.
   * @throws AppFailure `image-file-invalid`, `cancelled`, and `not-found` when the operation has ended
   */
  async loadChunk(operationId: string, piece: Buffer, isLast: boolean): Promise<void> {
    const upload = this.#uploads.get(operationId);
    if (upload === undefined) {
      throw new AppFailure({ code: 'not-found', kind: 'operation', name: operationId });
    }
    await upload.write(piece, isLast);
  }

  dispose(): void {
    for (const upload of this.#uploads.values()) upload.abort(new AppFailure({ code: 'cancelled' }));
    this.#uploads.clear();
  }

  #planLoad(operationId: string, fileName: string, sizeBytes: number): OperationPlan {
    let tell: (doneBytes: number) => void = () => undefined;
    const upload = new ImageUpload({ sizeBytes, onProgress: (doneBytes) => tell(doneBytes) });
    this.#uploads.set(operationId, upload);
    let images: string[] = [];
    return {
      facts: {},
      steps: [
        {
          name: 'load-image',
          command: dockerCommands.load(fileName),
          run: async ({ signal, progress }) => {
            tell = (done) => progress({ done, total: sizeBytes, unit: 'bytes', layers: [] });
            try {
              images = await loadImage(this.deps.engine.client(), upload, { signal });
            } finally {
              this.#uploads.delete(operationId);
            }
            return 'done';
          },
        },
      ],
      cancellable: true,
      guardsWhenInterrupted: false,
      assess: async () => ({ canFinish: false, canRollBack: false }),
      result: () => ({ containerId: null, restorePointId: null, rowsBefore: null, rowsAfter: null, images }),
    };
  }
}
