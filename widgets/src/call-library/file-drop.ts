import type { LitElement, ReactiveController } from 'lit';

/** Takes files dropped anywhere on the host. */
export class FileDrop implements ReactiveController {
  /** Files are being dragged over the host. */
  isOver = false;

  readonly #host: LitElement;
  readonly #take: (files: File[]) => void;
  #listening = new AbortController();

  constructor(host: LitElement, take: (files: File[]) => void) {
    this.#host = host;
    this.#take = take;
    host.addController(this);
  }

  hostConnected(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const on = (type: 'dragenter' | 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void) =>
      this.#host.addEventListener(type, (event) => carriesFiles(event) && act(event), { signal });
    on('dragenter', (event) => this.#enter(event));
    on('dragover', (event) => this.#enter(event));
    on('dragleave', (event) => {
      // Moving between children leaves one and enters another: only out of the host counts.
      if (!(event.relatedTarget instanceof Node) || !this.#host.contains(event.relatedTarget)) this.#over(false);
    });
    on('drop', (event) => {
      event.preventDefault();
      this.#over(false);
      this.#take([...(event.dataTransfer?.files ?? [])]);
    });
  }

  hostDisconnected(): void {
    this.#listening.abort();
    this.isOver = false;
  }

  #enter(event: DragEvent): void {
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    this.#over(true);
  }

  #over(isOver: boolean): void {
    if (this.isOver === isOver) return;
    this.isOver = isOver;
    this.#host.requestUpdate();
  }
}

const carriesFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;
