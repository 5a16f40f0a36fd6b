import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { trustedHtml } from '../html/jsx-runtime.ts'
import { everyone } from './access.ts'
import { keptPage } from './kept-page.ts'
import { type WebOnPort, webOnPort } from './testing.ts'

let made = 0
let state: string | undefined = 'first'

describe('a page that is kept', () => {
  let web: WebOnPort
  beforeAll(async () => {
    web = await webOnPort({
      routes: [
        {
          method: 'GET',
          path: '/figures/:of',
          access: everyone,
          handle: (c) =>
            keptPage(c, state, () => {
              made++
              const words = `${c.req.param('of')} ${c.var.locale} ${c.req.query('as') ?? ''} ${state}`
              return { title: words, body: trustedHtml(`<p>${words}</p>`.repeat(200)) }
            }),
        },
      ],
    })
  })
  afterAll(() => web.stop())
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const before = made
    const answer = await fetch(web.url + path, { headers: { 'accept-language': 'nl', ...headers } })
    const body = await answer.text()
    return { status: answer.status, headers: answer.headers, body, times: made - before }
  }

  it('is made once for whoever asks the same, and then the same to the letter', async () => {
    const first = await get('/figures/one')
    const again = await get('/figures/one')
    expect([first.times, again.times]).toEqual([1, 0])
    expect(again.body).toBe(first.body)
    expect(again.body).toContain('one nl')
    expect(again.headers.get('content-type')).toBe('text/html; charset=utf-8')
  })

  it.each([
    ['address', '/figures/two', {}],
    ['query', '/figures/one?as=other', {}],
    ['language', '/figures/one', { 'accept-language': 'en' }],
    ['theme', '/figures/one', { cookie: 'theme=dark' }],
  ])('is another one for another %s', async (_, path, headers) => {
    const plain = await get('/figures/one')
    const other = await get(path, headers)
    expect(other.times).toBe(1)
    expect(other.body).not.toBe(plain.body)
    expect((await get(path, headers)).times).toBe(0)
  })

  it('is compressed as the browser takes it', async () => {
    await get('/figures/packed', { 'accept-encoding': 'identity' })
    const answer = await fetch(`${web.url}/figures/packed`, {
      headers: { 'accept-encoding': 'br', 'accept-language': 'nl' },
    })
    expect(answer.headers.get('content-encoding')).toBe('br')
    expect(answer.headers.get('vary')).toContain('accept-encoding')
    expect(await answer.text()).toContain('packed nl')
  })

  it('is not sent again to who has it, until the data change', async () => {
    const { headers } = await get('/figures/one')
    const tag = headers.get('etag') ?? ''
    expect(await get('/figures/one', { 'if-none-match': `"other", W/${tag}` })).toMatchObject({ status: 304, body: '' })
    state = 'second'
    const after = await get('/figures/one', { 'if-none-match': tag })
    expect(after).toMatchObject({ status: 200, times: 1 })
    expect(after.body).toContain('one nl  second')
  })

  it('is made anew each time where its state is not known', async () => {
    state = undefined
    expect([(await get('/figures/one')).times, (await get('/figures/one')).times]).toEqual([1, 1])
    expect((await get('/figures/one')).headers.get('etag')).toBeNull()
  })
})
