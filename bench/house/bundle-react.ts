import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { root, serverOptions } from '../../scripts/bundle.ts'

/** Everything that our runtime gives by name comes from React's stand-in; what esbuild makes of JSX is React's own. */
const reactInstead: Plugin = {
  name: 'react-instead',
  setup({ onResolve }) {
    onResolve({ filter: /^#html$|\/html\/jsx-runtime\.ts$/ }, () => ({
      path: join(import.meta.dirname, 'react-html.ts'),
    }))
    onResolve({ filter: /^[^./#]/ }, ({ path, kind }) =>
      kind === 'entry-point' ? undefined : { path, external: true },
    )
  },
}

/**
 * Bundles a file with its components compiled for React instead of for our runtime: the same source, the same markup.
 * React passes `class` and other names of HTML on as they are.
 */
export async function bundleForReact(entry: string): Promise<string> {
  const folder = join(root, 'build/bench/react')
  await build({
    ...serverOptions({ react: entry }, folder),
    plugins: [reactInstead],
    jsx: 'automatic',
    jsxImportSource: 'react',
    define: { 'process.env.NODE_ENV': '"production"' },
    tsconfigRaw: '{}',
  })
  return join(folder, 'react.js')
}
