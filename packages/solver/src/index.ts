import highs, { type Highs, type InitOptions } from 'highs'

/** HiGHS, loaded. Every model that is made with it is disposed of where it is made. */
export type Solver = Highs

/** How HiGHS finds its WebAssembly: nothing in Node; `locateFile`, `wasmBinary` or `wasmModule` elsewhere. */
export type SolverOptions = InitOptions

// The package describes its CommonJS face, where the loader is `default`; its ES module, which is what is imported in
// Node, workers and browsers, exports the loader itself.
const load = highs as unknown as typeof highs.default

/**
 * The one door to HiGHS (https://highs.dev, compiled to WebAssembly). In Node it finds its own file; in a browser or a
 * bundle say where highs.wasm is. Load once, use often: a load compiles 3.5 MB.
 */
export function loadSolver(options: SolverOptions = {}): Promise<Solver> {
  return load(options)
}
