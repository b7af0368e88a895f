/** Runs one task after the other. A task that fails is reported, and the next one runs all the same. */
export class TaskQueue {
  #last: Promise<void> = Promise.resolve();
  readonly #onFault: (error: unknown) => void;

  /** `onFault` must not throw. */
  constructor(onFault: (error: unknown) => void) {
    this.#onFault = onFault;
  }

  run(task: () => void | Promise<void>): void {
    this.#last = this.#last.then(task).catch(this.#onFault);
  }
}
