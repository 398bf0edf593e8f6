/** A condition on a field; the value stands only in the query. */
export interface Condition {
  readonly field: string;
  readonly op: '==' | 'in';
  readonly value: unknown;
}

/** A list in an order, newest first. */
export interface Ordered {
  readonly path: string;
  readonly where: readonly Condition[];
  readonly field: string;
  readonly most: number;
}

/** Every list that the page asks for; a test holds each against `firestore.indexes.json`. */
export function listsOf(tenant: string, uid: string) {
  const ofTenant: Condition = { field: 'tenant_id', op: '==', value: tenant };
  const logs = 'systemStatus/orchestration_logs/logs';
  return {
    /** The newest cycles. */
    cycles: (most: number): Ordered => ({ path: logs, where: [ofTenant], field: 'timestamp', most }),
    systemic: (most: number): Ordered => ({
      path: logs,
      where: [ofTenant, { field: 'systemic_risk_detected', op: '==', value: true }],
      field: 'timestamp',
      most,
    }),
    alerts: (most: number): Ordered => ({ path: 'systemStatus/alerts/items', where: [ofTenant], field: 'last_at', most }),
    weightsLog: (most: number): Ordered => ({ path: 'systemStatus/weights_logs/logs', where: [ofTenant], field: 'timestamp', most }),
    orders: (most: number): Ordered => ({ path: `tenants/${tenant}/intents`, where: [], field: 'reserved_at', most }),
    openOrders: (most: number): Ordered => ({
      path: `tenants/${tenant}/intents`,
      where: [{ field: 'state', op: 'in', value: ['RESERVED', 'CLAIMED', 'UNKNOWN'] }],
      field: 'reserved_at',
      most,
    }),
    ownTrades: (most: number): Ordered => ({ path: `users/${uid}/tradeJournal`, where: [], field: 'closed_at', most }),
  };
}

/** Two lists of the same name are the same question. */
export function nameOf(list: Ordered): string {
  return [list.path, ...list.where.map((condition) => `${condition.field}${condition.op}${String(condition.value)}`), list.field, list.most].join('#');
}
