/**
 * The rule that keeps a page still while badges arrive. widget/README.md has the same, and a test compares the two:
 * the README goes into the npm package, and this is what the documentation shows.
 */
export const layoutRule = `lssc-badge {
  display: block;
  vertical-align: middle;
}
lssc-badge[variant="pill"] {
  display: inline-block;
}
lssc-badge:not(:defined) {
  min-block-size: max(12.2em, 182px);
}
lssc-badge[applied-at]:not(:defined) {
  min-block-size: max(13.6em, 203px);
}
@media (max-width: 52em) {
  lssc-badge:not(:defined) {
    min-block-size: max(13.6em, 203px);
  }
  lssc-badge[applied-at]:not(:defined) {
    min-block-size: max(15em, 224px);
  }
}
@media (max-width: 36em) {
  lssc-badge:not(:defined) {
    min-block-size: max(20.7em, 308px);
  }
  lssc-badge[applied-at]:not(:defined) {
    min-block-size: max(23.5em, 350px);
  }
}
lssc-badge[variant="card"]:not(:defined) {
  min-block-size: 0;
}
lssc-badge[variant="pill"]:not(:defined) {
  inline-size: max(16.7em, 247px);
  min-block-size: 0;
  block-size: max(2em, 29.25px);
  overflow: hidden;
  white-space: nowrap;
}`
