import { IDBDatabase } from 'fake-indexeddb'

type Transaction = globalThis.IDBTransaction

/** What befalls the transactions that write, while it is set. */
export interface Faults {
  /** Aborts each one for which it says so. */
  aborts: (() => boolean) | null
  /** A table that cannot be read. */
  cannotRead: string | null
  /** Milliseconds by which the news of completion is late. */
  delay: number
  /** The tables that each of them named. */
  readonly scopes: string[][]
}

/** Lets transactions of every fake database fail or be late. Call `end` when done. */
export function withFaults(): Faults & { end(): void } {
  const prototype = IDBDatabase.prototype as unknown as { transaction: (...given: unknown[]) => Transaction }
  const real = prototype.transaction
  const faults: Faults & { end(): void } = {
    aborts: null,
    cannotRead: null,
    delay: 0,
    scopes: [],
    end: () => {
      prototype.transaction = real
    },
  }
  prototype.transaction = function (...given) {
    const transaction = real.apply(this, given)
    if (faults.cannotRead !== null && transaction.objectStoreNames.contains(faults.cannotRead)) transaction.abort()
    if (given[1] !== 'readwrite') return transaction
    faults.scopes.push([...transaction.objectStoreNames])
    if (faults.aborts?.()) {
      // At the commit, explicit or not: before it, the transaction would refuse what is asked of it.
      transaction.commit = () => transaction.abort()
      setTimeout(() => {
        try {
          transaction.abort()
        } catch {
          // It was over already.
        }
      })
    }
    if (faults.delay) late(transaction, faults.delay)
    return transaction
  }
  return faults
}

function late(transaction: Transaction, delay: number): void {
  let handler: ((event: Event) => void) | null = null
  Object.defineProperty(transaction, 'oncomplete', {
    configurable: true,
    get: () => handler && ((event: Event) => setTimeout(() => handler?.call(transaction, event), delay)),
    set: (next: typeof handler) => {
      handler = next
    },
  })
}
