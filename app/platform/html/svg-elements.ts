import type { Child } from './jsx-runtime.ts'

type SvgTag =
  | 'svg'
  | 'g'
  | 'defs'
  | 'use'
  | 'symbol'
  | 'path'
  | 'circle'
  | 'ellipse'
  | 'line'
  | 'polyline'
  | 'polygon'
  | 'rect'
  | 'text'
  | 'tspan'
  | 'title'
  | 'desc'

interface SvgAttributes {
  readonly children?: Child
  /** Presentation attributes are allowed by the content security policy; `style` is not. */
  readonly style?: never
  readonly [attribute: string]: unknown
}

/** The SVG elements that pictures are drawn with. */
export type SvgElements = { readonly [Tag in Exclude<SvgTag, 'title'>]: SvgAttributes }
