import { expect, test } from 'vitest'
import { websiteAddress } from './website-address.ts'

test.each([
  ['www.school.nl', 'https://www.school.nl'],
  ['http://school.nl/locatie?x=1', 'http://school.nl/locatie?x=1'],
  [' HTTPS://School.nl ', 'https://School.nl'],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['www.school.nl" onclick="x', null],
  ['school', null],
  ['info@school.nl', null],
  ['//evil.example', null],
  ['', null],
])('%j leads to %j', (written, address) => {
  expect(websiteAddress(written)).toBe(address)
})
