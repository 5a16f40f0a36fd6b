import fc from 'fast-check'
import { expect, it } from 'vitest'
import { localPath, returnPath, withReturn } from './return-path.ts'

it('keeps paths of this server, with query and fragment', () => {
  for (const path of ['/', '/s/de-ark', '/s/de-ark/boards/1?view=wall#action-2', '/a%20b?to=%2Fx']) {
    expect(localPath(path)).toBe(path)
  }
})

it('refuses every other place', () => {
  const others = [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    'javascript:alert(1)',
    ' //evil.example',
    '/.//evil.example',
    '/..//evil.example',
    '',
    null,
    undefined,
    ['/s'],
  ]
  for (const other of others) expect(localPath(other), String(other)).toBe('/')
})

it('never leads a browser to another server, whatever is asked', () => {
  const nasty = fc.string({
    unit: fc.constantFrom('/', '\\', '.', ':', '@', '\t', '\n', '%', '?', '#', 'a', 'evil.example'),
    maxLength: 12,
  })
  fc.assert(
    fc.property(
      fc.oneof(
        nasty,
        nasty.map((text) => `/${text}`),
        fc.string(),
      ),
      (wanted) => {
        // What a browser makes of a Location header (WHATWG URL), with the path's own slashes left alone.
        const there = new URL(localPath(wanted), 'https://kantelpunt.example/sign-in')
        expect(there.origin).toBe('https://kantelpunt.example')
        expect(localPath(wanted)).not.toMatch(/^\/[/\\]/)
      },
    ),
    { numRuns: 2000 },
  )
})

it('does not go back to a page of signing in', () => {
  for (const path of [
    '/sign-in',
    '/sign-in?to=/x',
    '/sign-out',
    '/second-step#a',
    '/auth/callback/x',
    '/invitation?token=1',
  ]) {
    expect(returnPath(path)).toBe('/')
  }
  expect(returnPath('/sign-ins')).toBe('/sign-ins')
})

it('carries the place along as one value', () => {
  expect(withReturn('/sign-in', '/')).toBe('/sign-in')
  const address = new URL(withReturn('/sign-in/link?token=a', '/s/x?a=1&to=//evil.example'), 'http://localhost')
  expect(Object.fromEntries(address.searchParams)).toEqual({ token: 'a', to: '/s/x?a=1&to=//evil.example' })
})
