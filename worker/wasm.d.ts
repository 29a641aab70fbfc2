/** A module that wrangler compiled: what Workers run cannot be compiled from bytes. */
declare module '*.wasm' {
  const module: WebAssembly.Module
  export default module
}
