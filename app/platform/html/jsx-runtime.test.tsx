import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attributeText, type Child, childText, escapeHtml, type Html, trustedHtml } from './jsx-runtime.ts'

const hostile = fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", 'a', ' ', ';', '&amp;', 'é', '😀', '\0') })

/** What a browser makes of the five entities: the reverse, written apart from the code. */
const characters = new Map(Object.entries({ lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" }))
const readByBrowser = (html: string) =>
  html.replace(/&(lt|gt|amp|quot|#39);/g, (_all, name: string) => characters.get(name) ?? '')

describe('escaping', () => {
  it('leaves nothing that starts a tag, an entity or the end of an attribute, and loses nothing', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const html = escapeHtml(text)
        expect(html).not.toMatch(/[<>"']|&(?!(lt|gt|amp|quot|#39);)/)
        expect(readByBrowser(html)).toBe(text)
      }),
    )
  })

  it('is done once: what was escaped stays as it is inside other elements', () => {
    const inner = <b title={`"a" & 'b'`}>{'<script>'}</b>
    expect((<p>{inner}</p>).text).toBe('<p><b title="&quot;a&quot; &amp; &#39;b&#39;">&lt;script&gt;</b></p>')
  })

  it('is left out only where someone vouches for the text', () => {
    expect((<p>{trustedHtml('<hr>')}</p>).text).toBe('<p><hr></p>')
  })
})

describe('children', () => {
  it('are joined: lists in lists, numbers as they are, booleans and nothing left out', () => {
    const list: Child = ['a', [1, [2n, <i>b</i>]], null, undefined, true, false, 0, '']
    expect(childText(list)).toBe('a12<i>b</i>0')
  })

  it('of a component are handed to it', () => {
    const Card = ({ title, children }: { readonly title: string; readonly children?: Child }): Html => (
      <article>
        <h2>{title}</h2>
        {children}
      </article>
    )
    const html = (
      <Card title="a&b">
        one <b>two</b>
      </Card>
    )
    expect(html.text).toBe('<article><h2>a&amp;b</h2>one <b>two</b></article>')
  })

  it('of a fragment stand by themselves', () => {
    expect(
      (
        <>
          <i>a</i>b
        </>
      ).text,
    ).toBe('<i>a</i>b')
  })
})

describe('attributes', () => {
  it('are left out for nothing, bare for true, and text for all else', () => {
    expect(attributeText('a', null) + attributeText('a', undefined) + attributeText('a', false)).toBe('')
    expect(attributeText('hidden', true)).toBe(' hidden')
    expect(attributeText('value', '')).toBe(' value=""')
    expect(attributeText('max', 0)).toBe(' max="0"')
  })

  it('may be spread, and keep their order', () => {
    const rest = { id: 'x', title: '"' }
    expect((<p class="c" {...rest} lang="nl" />).text).toBe('<p class="c" id="x" title="&quot;" lang="nl"></p>')
  })

  it('are all that an element without content has', () => {
    expect((<input name="a" required />).text).toBe('<input name="a" required>')
    expect((<br />).text).toBe('<br>')
  })
})
