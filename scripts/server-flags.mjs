// How Node runs the server, here and in benchmarks. Half of V8's usual young generation: with 5,000 devices connected the
// process then needs 270 MB instead of 375 MB (docs/limits.md says what that costs).
export const serverFlags = ['--enable-source-maps', '--max-semi-space-size=8']
