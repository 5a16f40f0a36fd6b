import { expect, test } from 'vitest'
import { ownPath } from './display-routes.ts'

test('going back stays on this server', () => {
  expect(ownPath('/s/waterlelie/boards?zone=goals')).toBe('/s/waterlelie/boards?zone=goals')
  for (const elsewhere of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/a\nb',
    '',
    undefined,
  ])
    expect(ownPath(elsewhere)).toBe('/')
})
