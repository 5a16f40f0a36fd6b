/**
 * Turbo puts one style element in the head: that of its progress bar. Its text is always the same, so the security policy
 * allows exactly that text by its hash; a browser test fails when a new version of Turbo writes another.
 */
export const turboStyleHash = "'sha256-WAyOw4V+FqDc35lQPyRADLBWbuNK8ahvYEaQIYF1+Ps='"
