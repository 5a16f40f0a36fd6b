import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { root } from './bundle.ts'
import { precompile, precompileJsx } from './precompile-jsx.ts'

// Inside app/, where `#html` has a meaning.
const folder = mkdtempSync(join(root, 'build', 'jsx-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Page = (props: Readonly<Record<string, unknown>>) => { readonly text: string }
let count = 0

/** The same file twice: with its elements folded, and through the plain runtime. */
async function both(source: string): Promise<readonly [folded: Page, plain: Page]> {
  count += 1
  const name = join(folder, `page-${count}`)
  writeFileSync(`${name}.tsx`, source)
  const load = async (kind: string, plugins: Parameters<typeof build>[0]['plugins']): Promise<Page> => {
    const outfile = `${name}-${kind}.mjs`
    const alias = { '#html/jsx-runtime': join(root, 'app/platform/html/jsx-runtime.ts') }
    await build({
      entryPoints: [`${name}.tsx`],
      outfile,
      alias,
      bundle: true,
      format: 'esm',
      jsx: 'automatic',
      jsxImportSource: '#html',
      plugins: plugins ?? [],
      logLevel: 'error',
    })
    // Every fixture below exports a component by this name.
    return ((await import(outfile)) as { Page: Page }).Page
  }
  return [await load('folded', [precompileJsx(root)]), await load('plain', [])]
}

const values = fc.oneof(
  fc.string(),
  fc.constantFrom('<b>&"\'', 'a&amp;b', '', ' ', '\n'),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(null, undefined),
)

describe('folding JSX into text', () => {
  const fixtures = readdirSync(join(import.meta.dirname, 'fixtures/jsx'))

  it.each(fixtures)('gives the bytes of the plain runtime: %s', async (fixture) => {
    const { readFileSync } = await import('node:fs')
    const [folded, plain] = await both(readFileSync(join(import.meta.dirname, 'fixtures/jsx', fixture), 'utf8'))
    fc.assert(
      fc.property(values, values, fc.array(values, { maxLength: 4 }), (a, b, list) => {
        const props = { a, b, list, rest: { id: a, title: b } }
        const expected = plain(props).text
        expect(folded(props).text).toBe(expected)
      }),
      { numRuns: 60 },
    )
  })

  it('gives the bytes of the plain runtime for text that nobody thought of', async () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ' ', '\n', '\t', '&amp;', '&nbsp;', '"', "'", ';', '&', '#', 'é'),
    })
    const samples = fc.sample(fc.tuple(text, text), { numRuns: 150, seed: 20261122 })
    const elements = samples.map(
      ([outer, title]) => `<p title="${title.replaceAll('"', '')}">${outer}{a}${outer}<b>${title}</b> </p>`,
    )
    const [folded, plain] = await both(`export const Page = ({ a }) => <>${elements.join('\n')}</>`)
    expect(folded({ a: '<' }).text).toBe(plain({ a: '<' }).text)
    expect(plain({ a: '<' }).text).toContain('&lt;')
  })

  it('leaves no call for an element with a plain name', async () => {
    const code = await precompile('export const a = <p class="x">{1 + 1}<br /> &lt;</p>', 'a.tsx')
    expect(code).toContain('new Html$("<p class=\\"x\\">" + childText$(1 + 1) + "<br> &lt;</p>")')
  })

  it('keeps the way back to the source', async () => {
    const source = 'export const a = 1\n\nexport const b = (x: string) => (\n  <p>\n    {x.at(0)}\n  </p>\n)\n'
    const code = await precompile(source, 'b.tsx')
    const map = JSON.parse(Buffer.from(code.split('base64,')[1] ?? '', 'base64').toString())
    expect(map.sources).toEqual(['b.tsx'])
    expect(map.sourcesContent?.[0] ?? source).toBe(source)
  })
})
