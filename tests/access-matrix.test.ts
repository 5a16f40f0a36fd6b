import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTwoTenants, type TwoTenants } from './two-tenants/index.ts'
import { isLetIn } from './two-tenants/oracle.ts'
import type { Place, Visitor } from './two-tenants/visitors.ts'

// Every route × every kind of visitor × both tenants. Refusals are told apart from a handler's own by whether the handler
// was run at all; what should have been is decided by an oracle of its own.

describe('every route, for everybody, at both schools', () => {
  let house: TwoTenants
  beforeAll(async () => {
    house = await openTwoTenants()
  }, 60_000)
  afterAll(() => house?.close())

  const tryAll = async (visitors: readonly Visitor[], rowsOf: Place, slugOf: Place) => {
    const wrong: string[] = []
    const paths = house.routes.map((route) => [route, house.pathOf(route, rowsOf, slugOf)] as const)
    for (const [route, path] of paths) {
      for (const visitor of visitors) {
        const body = route.method === 'POST' ? { body: new URLSearchParams() } : {}
        const { status, text, reached, cookies } = await house.ask(visitor, { route, path, ...body })
        const what = `${visitor.name}: ${route.method} ${path} → ${status}`
        const expected = route.demo !== true && isLetIn(route.access, visitor, slugOf)
        if (reached !== expected) wrong.push(`${what}, should ${expected ? '' : 'not '}be let in`)
        if (!reached && ![303, 401, 403, 404].includes(status)) wrong.push(`${what} is no refusal`)
        if (status >= 500) wrong.push(what)
        for (const cookie of cookies.filter((line) => !line.includes('Max-Age=0'))) {
          if (!/; Secure/i.test(cookie) || !/; SameSite=(Lax|Strict)/i.test(cookie))
            wrong.push(`${what} sets ${cookie}`)
        }
        for (const { place, canary } of Object.values(house.tenants)) {
          // The operator makes the organisations, and sees what they are called.
          const may = visitor.place === place || (reached && route.access.kind === 'operator')
          if (!may && text.includes(canary)) wrong.push(`${what} tells of the school ${place}`)
        }
        const known = visitor.kind === 'person' || (visitor.kind === 'guest' && path.startsWith('/s/'))
        if (reached && known && !text.includes('"cache-control",')) wrong.push(`${what} may be kept by a browser`)
      }
      if (route.method === 'POST') await house.settle()
    }
    return wrong
  }
  const others = (place: Place) => house.visitors.filter((visitor) => visitor.place !== place)

  it('has something to find: every tenant is full of words of its own', async () => {
    const member = house.visitors.find((visitor) => visitor.name === 'teacher there')
    const page = house.routes.find((route) => route.path === '/s/:organisation/boards/:board' && route.method === 'GET')
    if (member === undefined || page === undefined) throw new Error('Who looks at the board?')
    const { text } = await house.ask(member, { route: page, path: house.pathOf(page, 'there') })
    expect(text).toContain('Kanarie there')
  })

  it('lets nobody in from outside, and shows them nothing', async () => {
    const before = await house.sumOf('there')
    expect(await tryAll(others('there'), 'there', 'there')).toEqual([])
    expect(await house.sumOf('there')).toEqual(before)
  }, 300_000)

  it('shows nobody the rows of another school under the name of their own', async () => {
    const before = await house.sumOf('there')
    expect(await tryAll(others('there'), 'there', 'here')).toEqual([])
    expect(await house.sumOf('there')).toEqual(before)
  }, 300_000)

  it('lets in everybody who belongs, and nobody else', async () => {
    expect(
      await tryAll(
        house.visitors.filter((visitor) => visitor.place === 'there'),
        'there',
        'there',
      ),
    ).toEqual([])
  }, 300_000)

  it('meets no bug on the way', () => {
    expect(house.faults).toEqual([])
  })
})
