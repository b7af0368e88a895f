/** A response body that never ends. `pulled()` is how many bytes were read. */
export function endlessBody(): { readonly body: ReadableStream; pulled(): number } {
  let pulled = 0;
  const block = new TextEncoder().encode(' '.repeat(65_536));
  const body = new ReadableStream({
    pull(stream) {
      pulled += block.length;
      stream.enqueue(block);
    },
  });
  return { body, pulled: () => pulled };
}
