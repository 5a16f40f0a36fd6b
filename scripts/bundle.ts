import { basename, join } from 'node:path'
import { type BuildOptions, build, type Plugin } from 'esbuild'
import { precompileJsx } from './precompile-jsx.ts'

/** The folder of the project. */
export const root = join(import.meta.dirname, '..')

/** Packages from npm stay where they are; our own (`@kantelpunt/…`) and everything with a path goes in. */
const npmOutside: Plugin = {
  name: 'npm-outside',
  setup(build) {
    build.onResolve({ filter: /^[^./#]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@kantelpunt/') ? undefined : { path, external: true },
    )
  },
}

/** Threads that code for Node starts (`platform/threads`): each is a file of its own, beside what starts it. */
const threads = { 'results-thread': 'app/modules/results/aside/results-thread.ts' }

/** How code for Node is bundled: the server, and benchmarks that use parts of it. */
export function serverOptions(entryPoints: Record<string, string>, outdir: string): BuildOptions {
  return {
    absWorkingDir: root,
    entryPoints: { ...entryPoints, ...threads },
    outdir,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    sourcemap: true,
    sourcesContent: false,
    plugins: [npmOutside, precompileJsx(root)],
    metafile: true,
    logLevel: 'warning',
  }
}

/** Bundles one TypeScript file for Node and returns the path of what to run or import. */
export async function bundle(entry: string): Promise<string> {
  const name = basename(entry).startsWith('index.')
    ? basename(join(entry, '..'))
    : basename(entry).replace(/\.tsx?$/, '')
  const folder = join(root, 'build/bench', name)
  await build(serverOptions({ [name]: entry }, folder))
  return join(folder, `${name}.js`)
}
