import { expect, it } from 'vitest'
import { askedFormat } from './formats.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

it.each([
  [undefined, 'json'],
  ['*/*', 'json'],
  ['text/csv', 'csv'],
  ['text/*', 'csv'],
  ['TEXT/CSV; charset=utf-8', 'csv'],
  [xlsx, 'xlsx'],
  ['application/json;q=0.5, text/csv', 'csv'],
  ['text/csv;q=0.5, application/json;q=0.5', 'json'],
  // What a browser sends that follows a link.
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'json'],
  // All but JSON.
  ['application/json;q=0, */*', 'csv'],
  ['application/json;q=0', 'not-acceptable'],
  ['application/xml', 'not-acceptable'],
])('answers who accepts %s with %s', (accept, format) => {
  expect(askedFormat(undefined, accept)).toBe(format)
})

it('lets the address decide', () => {
  expect(askedFormat('xlsx', 'application/json')).toBe('xlsx')
  expect(askedFormat('json', 'application/xml')).toBe('json')
  expect(askedFormat('pdf', '*/*')).toBe('unknown')
})
