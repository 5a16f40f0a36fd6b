// How Node runs the server, here and in benchmarks: with half of V8's usual young generation, and collecting when the old
// one has grown by a fifth instead of doubling it. With 5,000 devices connected that is the difference between 320–430 MB
// and 270 MB (docs/limits.md says what it costs).
export const serverFlags = ['--enable-source-maps', '--max-semi-space-size=8', '--heap-growing-percent=20']
