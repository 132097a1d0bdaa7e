/**
 * The six WASI calls that the parser's wasm imports, and nothing more: no files, no environment, no
 * arguments. `node:wasi` would do, but prints an experimental warning and offers far more.
 *
 * @param memory the memory that the wasm works in
 * @param onOutput gets what the wasm writes to its standard streams: the text of a panic
 */
export function createWasiImports(
  memory: WebAssembly.Memory,
  onOutput: (text: string) => void,
): WebAssembly.ModuleImports {
  // The buffer is replaced whenever the memory grows, so no view of it is kept.
  const view = () => new DataView(memory.buffer);
  const decoder = new TextDecoder();
  const success = 0;

  return {
    clock_time_get(_clock: number, _precision: bigint, result: number) {
      view().setBigUint64(result, BigInt(Date.now()) * 1_000_000n, true);
      return success;
    },
    environ_get() {
      return success;
    },
    environ_sizes_get(count: number, size: number) {
      view().setUint32(count, 0, true);
      view().setUint32(size, 0, true);
      return success;
    },
    fd_write(_fd: number, buffers: number, length: number, written: number) {
      let total = 0;
      for (let i = 0; i < length; i++) {
        const start = view().getUint32(buffers + 8 * i, true);
        const size = view().getUint32(buffers + 8 * i + 4, true);
        onOutput(decoder.decode(new Uint8Array(memory.buffer, start, size)));
        total += size;
      }
      view().setUint32(written, total, true);
      return success;
    },
    proc_exit(code: number) {
      throw new Error(`the parser stopped with code ${code}`);
    },
    random_get(start: number, size: number) {
      crypto.getRandomValues(new Uint8Array(memory.buffer, start, size));
      return success;
    },
  };
}
