import { createElement, Fragment } from 'react'

/** Stands in for our runtime's own exports in the bundle for React. */
// biome-ignore lint/security/noDangerouslySetInnerHtml: the icons that we ship ourselves.
export const trustedHtml = (html: string) => createElement('g', { dangerouslySetInnerHTML: { __html: html } })
export { Fragment }
