import { build } from 'esbuild'
import { expect, it } from 'vitest'

/**
 * The script of the page stands in the tree as text, so that making a page needs no bundler and everyone's page is the same.
 * After a change of what it is made of: `npm test -- packages/sortition/src/page -u` writes it anew.
 */
it('has in the page what its sources say', async () => {
  const built = await build({
    stdin: {
      contents: "import { openPage } from './browser.ts'\nopenPage(() => performance.now())",
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    charset: 'utf8',
    target: ['es2022', 'chrome111', 'firefox115', 'safari16.4'],
    legalComments: 'none',
  })
  const text = built.outputFiles[0]?.text.trim() ?? ''
  expect(text).not.toContain('</script')
  const file = `// biome-ignore-all format: built\n// biome-ignore-all lint: built\n/** Built from browser.ts; lottery-page.test.ts keeps them equal. */\nexport const script = ${JSON.stringify(text)}\n`
  await expect(file).toMatchFileSnapshot('./script.built.ts')
})
