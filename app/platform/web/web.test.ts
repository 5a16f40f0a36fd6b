import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { trustedHtml } from '../html/jsx-runtime.ts'
import { everyone, signedIn } from './access.ts'
import { trustedProxies } from './client-address.ts'
import { readForm } from './form.ts'
import { page } from './page.tsx'
import { refuseForm } from './refuse-form.ts'
import type { Route } from './route.ts'
import { type WebOnPort, webOnPort } from './testing.ts'

const form = z.object({ words: z.string().min(3).max(10), amount: z.coerce.number().min(0).optional() })
const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/long',
    access: everyone,
    handle: (c) => page(c, { title: 'Lang', body: trustedHtml('<p>Een lange bladzijde.</p>'.repeat(200)) }),
  },
  { method: 'GET', path: '/hello', access: everyone, handle: (c) => c.html('<p>hello</p>') },
  { method: 'GET', path: '/mine', access: signedIn, handle: (c) => c.text('mine') },
  { method: 'GET', path: '/toy', access: everyone, demo: true, handle: (c) => c.text('toy') },
  {
    method: 'GET',
    path: '/fault',
    access: everyone,
    handle: () => {
      throw new Error('a bug')
    },
  },
  { method: 'POST', path: '/often', access: everyone, perMinute: 3, handle: (c) => c.text('done') },
  { method: 'POST', path: '/upload', access: everyone, bodyLimit: 200_000, handle: receive },
  { method: 'POST', path: '/:anything', access: everyone, handle: receive },
]

async function receive(c: Parameters<Route['handle']>[0]): Promise<Response> {
  const read = await readForm(c, form)
  if (read.ok) return c.json(read.value)
  return refuseForm(c, read, { words: 'Woorden', amount: 'Aantal' }, ({ values, errors }) =>
    c.html(`<form>${JSON.stringify({ values, errors })}</form>`),
  )
}

const same = { 'sec-fetch-site': 'same-origin' }
const script = { ...same, accept: 'application/json' }

describe('an answer', () => {
  let web: WebOnPort
  beforeAll(async () => {
    web = await webOnPort({ routes })
  })
  afterAll(() => web.stop())
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(web.url + path, { headers, redirect: 'manual' })
  const post = (path: string, body: BodyInit | null, headers: Record<string, string> = same) =>
    fetch(web.url + path, { method: 'POST', body, headers })

  it('forbids everything but what comes from this server, and insists on HTTPS only where it is used', async () => {
    const { headers } = await get('/hello')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('strict-transport-security')).toBeNull()
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    const secure = await webOnPort({ routes, settings: { origin: 'https://kantelpunt.example' } })
    const answer = await fetch(`${secure.url}/hello`)
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000')
    await secure.stop()
  })

  it('to HEAD is that to GET without its content', async () => {
    const answer = await fetch(`${web.url}/hello`, { method: 'HEAD' })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toContain('text/html')
    expect(await answer.text()).toBe('')
  })

  it('is compressed for whoever takes that, and the same page', async () => {
    const raw = async (encoding: string) => {
      const asked = request(`${web.url}/long`, { headers: { 'accept-encoding': encoding } }).end()
      const [answer] = (await once(asked, 'response')) as [IncomingMessage]
      const chunks: Buffer[] = []
      for await (const chunk of answer) chunks.push(chunk)
      return { encoding: answer.headers['content-encoding'], bytes: Buffer.concat(chunks) }
    }
    const plain = (await raw('identity')).bytes.toString()
    const shape = (html: string) => html.replace(/[0-9a-f-]{36}/g, '')
    const br = await raw('gzip, deflate, br')
    const gz = await raw('gzip')
    expect([br.encoding, gz.encoding]).toEqual(['br', 'gzip'])
    expect(shape(brotliDecompressSync(br.bytes).toString())).toBe(shape(plain))
    expect(shape(gunzipSync(gz.bytes).toString())).toBe(shape(plain))
    expect(br.bytes.length).toBeLessThan(plain.length / 2)
  })

  it('to a stranger leads to signing in, and back', async () => {
    const answer = await get('/mine?a=1')
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/sign-in?to=%2Fmine%3Fa%3D1')
    expect((await get('/mine', { accept: 'application/json' })).status).toBe(401)
  })

  it('to a fault is a page with a reference, which is told to nobody else', async () => {
    const answer = await get('/fault')
    const page = await answer.text()
    expect(answer.status).toBe(500)
    expect(page).toContain(`Kenmerk: ${answer.headers.get('x-request-id')}`)
    expect(page).not.toContain('a bug')
    expect(web.faults.map(String)).toContain('Error: a bug')
  })

  it('is in the language that the browser asks for', async () => {
    expect(await (await get('/nowhere', { 'accept-language': 'en-GB,nl;q=0.5' })).text()).toContain('lang="en"')
    expect(await (await get('/nowhere', { 'accept-language': 'fr' })).text()).toContain('lang="nl"')
    expect(await (await get('/nowhere', { 'accept-language': 'en', cookie: 'language=nl' })).text()).toContain(
      'lang="nl"',
    )
  })

  it.each([
    ['en;q=0.1, nl;q=0.9', 'nl'],
    ['nl;q=0.1, en;q=0.9', 'en'],
    ['fr, en;q=0.8, nl;q=0.8', 'en'],
    ['nl;q=0, en-GB;q=0.2', 'en'],
    ['EN-gb', 'en'],
    ['en;q=0', 'nl'],
    ['*', 'nl'],
    [';;,q=,"', 'nl'],
  ])('is in the language that is asked most: %s', async (asked, language) => {
    expect(await (await get('/nowhere', { 'accept-language': asked })).text()).toContain(`lang="${language}"`)
  })

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('to %s at the API says that it is there to read', async (method) => {
    for (const headers of [{}, { 'sec-fetch-site': 'cross-site' }, same]) {
      const answer = await fetch(`${web.url}/api/v1/schools`, { method, headers })
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
      expect(answer.headers.get('content-type')).toContain('application/problem+json')
      expect(await answer.json()).toMatchObject({ status: 405, title: expect.any(String) })
    }
  })

  it('to an address that is not there is 404, whatever the address', async () => {
    for (const path of ['/nowhere', '/%00', '/%ff', '/a%0d%0ab', `/${'x'.repeat(4000)}`, '/..%2f..%2fetc%2fpasswd']) {
      expect((await get(path)).status, path).toBe(404)
    }
  })

  it('to a script is problem+json with a sentence at each field', async () => {
    const answer = await post('/write', new URLSearchParams({ words: 'ab', amount: 'x' }), script)
    expect(answer.status).toBe(422)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(await answer.json()).toMatchObject({
      type: 'urn:kantelpunt:form',
      status: 422,
      title: 'Nog niet goed ingevuld',
      errors: { words: 'Woorden moet minstens 3 tekens hebben.', amount: 'Schrijf bij Aantal een getal, zoals 7.' },
    })
  })

  it('to a person is the form with what was typed', async () => {
    const answer = await post('/write', new URLSearchParams({ words: 'ab', amount: '7' }))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('"values":{"words":"ab","amount":"7"}')
  })

  it('to Turbo, which takes a page, is that page', async () => {
    const accept = 'text/vnd.turbo-stream.html, text/html, application/xhtml+xml'
    const answer = await post('/write', new URLSearchParams({ words: 'ab' }), { ...same, accept })
    expect(answer.status).toBe(422)
    expect(answer.headers.get('content-type')).toContain('text/html')
  })

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another host of the same site', { 'sec-fetch-site': 'same-site' }],
    ['another origin, by an older browser', { origin: 'https://evil.example' }],
    ['nobody knows where', {}],
  ])('to a write from %s is no', async (_whose, headers) => {
    const answer = await post('/write', new URLSearchParams({ words: 'hallo' }), {
      ...headers,
      accept: 'application/json',
    })
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ type: 'urn:kantelpunt:other-origin' })
  })

  it('to a write from here is yes, also by an older browser', async () => {
    const written = (headers: Record<string, string>) =>
      post('/write', new URLSearchParams({ words: 'hallo' }), headers)
    expect((await written(same)).status).toBe(200)
    expect((await written({ origin: web.url })).status).toBe(200)
  })

  it('outside the demo knows nothing of its doors', async () => {
    expect((await get('/toy')).status).toBe(404)
    const demo = await webOnPort({ routes, settings: { demo: true } })
    expect((await fetch(`${demo.url}/toy`)).status).toBe(200)
    await demo.stop()
  })

  describe('to a body', () => {
    const urlencoded = { ...script, 'content-type': 'application/x-www-form-urlencoded' }
    const multipart = { ...script, 'content-type': 'multipart/form-data; boundary=x' }

    it('that is broken is 400', async () => {
      const answer = await post('/write', '--x\r\nContent-Disposition: form-data; name="words"\r\n\r\nhal', multipart)
      expect(answer.status).toBe(400)
      expect(await answer.json()).toMatchObject({ type: 'urn:kantelpunt:malformed' })
      expect(web.faults.map(String)).toEqual(['Error: a bug'])
    })

    it.each([
      ['nothing', '', urlencoded],
      ['JSON', '{"words":"hallo"}', { ...script, 'content-type': 'application/json' }],
      ['no kind at all', 'words=hallo', { ...script, 'content-type': 'text/plain' }],
      [
        'a file for words',
        '--x\r\nContent-Disposition: form-data; name="words"; filename="a"\r\n\r\nhal\r\n--x--\r\n',
        multipart,
      ],
      ['a list for words', 'words[]=hallo', urlencoded],
      ['a prototype', '__proto__=1&__proto__[]=2&constructor=3', urlencoded],
      ['a hundred thousand fields', 'a='.repeat(0) + '&b'.repeat(30_000), urlencoded],
    ])('of %s names the field', async (_what, body, headers) => {
      const answer = await post('/write', body, headers)
      expect(answer.status).toBe(422)
      expect(await answer.json()).toMatchObject({ errors: { words: expect.stringContaining('oorden') } })
    })

    it('has its text cleaned and its last value taken', async () => {
      const body = 'words=een&words=%20%20tw%00ee%0d%0adrie%E2%80%AE%20'
      expect(await (await post('/write', body, urlencoded)).json()).toEqual({ words: 'twee\ndrie' })
    })

    it('is empty where its text shows nothing, and keeps joiners where there is something to join', async () => {
      const nothing = await post('/write', `words=${encodeURIComponent('\u200b \u200d\u3164\u2060')}`, urlencoded)
      expect(nothing.status).toBe(422)
      const family = '👩\u200d👧'
      const something = await post('/write', `words=${encodeURIComponent(family)}`, urlencoded)
      expect(await something.json()).toEqual({ words: family })
    })
  })
})

// On a port of its own: the server closes the connection of a body that it did not read to its end.
describe('a body', () => {
  const urlencoded = { ...script, 'content-type': 'application/x-www-form-urlencoded' }
  let web: WebOnPort
  beforeAll(async () => {
    web = await webOnPort({ routes })
  })
  afterAll(() => web.stop())
  const post = (path: string, body: BodyInit, headers: Record<string, string>) =>
    fetch(web.url + path, { method: 'POST', body, headers })

  it('that is too large is 413, announced or not', async () => {
    expect((await post('/write', `words=${'a'.repeat(70_000)}`, urlencoded)).status).toBe(413)
    const chunks = new Blob(['a'.repeat(100_000)]).stream()
    const answer = await fetch(`${web.url}/write`, {
      method: 'POST',
      body: chunks,
      headers: urlencoded,
      duplex: 'half',
    } as RequestInit)
    expect(answer.status).toBe(413)
    expect(await answer.json()).toMatchObject({ type: 'urn:kantelpunt:too-large' })
  })

  it('may be as large as its route says', async () => {
    expect((await post('/upload', `words=${'a'.repeat(150_000)}`, urlencoded)).status).toBe(422)
    expect((await post('/upload', `words=${'a'.repeat(250_000)}`, urlencoded)).status).toBe(413)
  })
})

describe('too much', () => {
  it('from one address is 429 for a while, and files are not counted', async () => {
    const limits = { requestsPerMinute: 5, trustedProxies: trustedProxies(['127.0.0.1']) }
    const web = await webOnPort({ routes, limits, assetFolder: import.meta.dirname })
    const statuses = async (path: string, from: string) => {
      const all: number[] = []
      for (let i = 0; i < 7; i++)
        all.push((await fetch(web.url + path, { headers: { 'x-forwarded-for': from } })).status)
      return all
    }
    expect(await statuses('/hello', '192.0.2.1')).toEqual([200, 200, 200, 200, 200, 429, 429])
    expect(await statuses('/hello', '192.0.2.2')).toContain(200)
    expect(await statuses('/assets/README.md', '192.0.2.3')).toEqual(Array(7).fill(200))
    const answer = await fetch(`${web.url}/hello`, { headers: { 'x-forwarded-for': '192.0.2.1' } })
    expect(answer.headers.get('retry-after')).toBe('60')
    await web.stop()
  })

  it('of one route is 429 for that route', async () => {
    const web = await webOnPort({ routes })
    const post = (path: string) =>
      fetch(web.url + path, { method: 'POST', headers: same, body: new URLSearchParams({ words: 'hallo' }) })
    const statuses: number[] = []
    for (let i = 0; i < 4; i++) statuses.push((await post('/often')).status)
    expect(statuses).toEqual([200, 200, 200, 429])
    expect((await post('/write')).status).toBe(200)
    await web.stop()
  })
})

describe('what machines ask', () => {
  it('is answered: alive, ready, robots, and where to report a leak', async () => {
    let up = true
    const security = { contact: 'mailto:security@kantelpunt.example', until: new Date('2027-05-20T10:00:00.123Z') }
    const web = await webOnPort({
      house: { ready: async () => up, security },
      settings: { origin: 'https://kantelpunt.example' },
    })
    const text = async (path: string) => (await fetch(web.url + path)).text()
    expect((await fetch(`${web.url}/health`)).status).toBe(200)
    expect((await fetch(`${web.url}/ready`)).status).toBe(200)
    up = false
    expect((await fetch(`${web.url}/ready`)).status).toBe(503)
    expect(await text('/robots.txt')).toContain('Disallow: /s/\n')
    expect(await text('/.well-known/security.txt')).toBe(
      [
        'Contact: mailto:security@kantelpunt.example',
        'Expires: 2027-05-20T10:00:00Z',
        'Preferred-Languages: nl, en',
        'Canonical: https://kantelpunt.example/.well-known/security.txt\n',
      ].join('\n'),
    )
    await web.stop()
  })
})

describe('a server that stops', () => {
  it('lets a write that has begun finish, takes no new one, and cuts off who dawdles', async () => {
    let finished = false
    const slow: Route = {
      method: 'POST',
      path: '/slow',
      access: everyone,
      handle: async (c) => {
        await wait(300)
        finished = true
        return c.text('written')
      },
    }
    const dawdled: Route = { method: 'POST', path: '/write', access: everyone, handle: receive }
    const web = await webOnPort({ routes: [slow, dawdled] })
    const writing = fetch(`${web.url}/slow`, { method: 'POST', headers: same, body: 'words=hallo' })
    const dawdler = connect(web.port, '127.0.0.1')
    await once(dawdler, 'connect')
    dawdler.on('error', () => {}).resume()
    dawdler.write(
      'POST /write HTTP/1.1\r\nHost: a\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n' +
        'Content-Length: 100\r\n\r\nword',
    )
    await wait(50)
    const cut = once(dawdler, 'close')
    const stopped = web.stop(600)
    await expect(fetch(`${web.url}/slow`)).rejects.toThrow()
    expect(await (await writing).text()).toBe('written')
    expect(finished).toBe(true)
    await Promise.all([stopped, cut])
  })
})
