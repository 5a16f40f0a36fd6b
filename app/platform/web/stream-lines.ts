/** Lines that go out at once. */
const linesAtOnce = 500

/** Sends lines as they are made: a long list is never there as a whole, and others get their turn. */
export function streamOfLines(lines: Generator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    pull: (controller) => {
      let piece = ''
      for (let count = 0; count < linesAtOnce; count++) {
        const { value, done } = lines.next()
        if (done) break
        piece += value
      }
      if (piece === '') controller.close()
      else controller.enqueue(encoder.encode(piece))
    },
    cancel: () => void lines.return(undefined),
  })
}
