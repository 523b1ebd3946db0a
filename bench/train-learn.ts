/** Two small learners, both with an L2 penalty and without chance: the same data give the same weights. */

/** Questions with their candidates. Inputs are sparse: for candidate `i`, `columns[k]` and `values[k]`, `starts[i] ≤ k < starts[i + 1]`. */
export interface Lists {
  readonly columns: Uint16Array;
  readonly values: Float32Array;
  readonly starts: Uint32Array;
  readonly right: Uint8Array;
  /** The first candidate of each question, and one past the last. */
  readonly questions: Uint32Array;
}

/** Collects questions with their candidates, one input after the other. */
export function collectLists() {
  const columns: number[] = [];
  const values: number[] = [];
  const starts = [0];
  const right: number[] = [];
  const questions = [0];
  return {
    input(column: number, value: number) {
      columns.push(column);
      values.push(value);
    },
    endCandidate(isRight: boolean) {
      starts.push(columns.length);
      right.push(isRight ? 1 : 0);
    },
    endQuestion() {
      questions.push(starts.length - 1);
    },
    lists: (): Lists => ({
      columns: Uint16Array.from(columns),
      values: Float32Array.from(values),
      starts: Uint32Array.from(starts),
      right: Uint8Array.from(right),
      questions: Uint32Array.from(questions),
    }),
  };
}

/**
 * Listwise softmax ("ListNet top one", Cao et al., ICML 2007): weights that make the right candidates of each question
 * likeliest under a softmax of their scores. Full-batch Adam (Kingma and Ba, 2015).
 *
 * @param chosen which questions to learn from, and how much each counts (0: not at all)
 * @param penalty by weight, after inputs are divided by `scale`
 */
export function fitRanker(
  lists: Lists,
  chosen: Float64Array,
  penalty: Float64Array,
  scale: Float64Array,
  { steps = 100, rate = 0.1 } = {},
): Float64Array {
  const { columns, values, starts, right, questions } = lists;
  const width = penalty.length;
  const weights = new Float64Array(width);
  const momentum = new Float64Array(width);
  const energy = new Float64Array(width);
  let total = 0;
  for (const weight of chosen) total += weight;
  for (let step = 1; step <= steps; step += 1) {
    const slope = weights.map((weight, at) => weight * penalty[at]!);
    for (let q = 0; q + 1 < questions.length; q += 1) {
      if (chosen[q] === 0) continue;
      const from = questions[q]!;
      const to = questions[q + 1]!;
      const scores = new Float64Array(to - from);
      for (let i = from; i < to; i += 1) {
        let score = 0;
        for (let k = starts[i]!; k < starts[i + 1]!; k += 1)
          score += (weights[columns[k]!]! / scale[columns[k]!]!) * values[k]!;
        scores[i - from] = score;
      }
      const most = scores.reduce((a, b) => Math.max(a, b), -Infinity);
      let all = 0;
      let good = 0;
      for (let i = from; i < to; i += 1) {
        const share = Math.exp(scores[i - from]! - most);
        scores[i - from] = share;
        all += share;
        if (right[i]) good += share;
      }
      if (good === 0) continue;
      for (let i = from; i < to; i += 1) {
        const share = scores[i - from]!;
        const push = chosen[q]! * (share / all - (right[i] ? share / good : 0));
        if (Math.abs(push) < 1e-9) continue;
        for (let k = starts[i]!; k < starts[i + 1]!; k += 1) {
          const column = columns[k]!;
          slope[column]! += (push * values[k]!) / scale[column]!;
        }
      }
    }
    const pace = rate * (step > steps * 0.6 ? 0.3 : 1);
    for (let at = 0; at < width; at += 1) {
      const mean = slope[at]! / total;
      momentum[at] = 0.9 * momentum[at]! + 0.1 * mean;
      energy[at] = 0.99 * energy[at]! + 0.01 * mean * mean;
      weights[at]! -= (pace * momentum[at]!) / (1 - 0.9 ** step) / (Math.sqrt(energy[at]! / (1 - 0.99 ** step)) + 1e-8);
    }
  }
  return weights.map((weight, at) => weight / scale[at]!);
}

/** Standard deviation of each input over all candidates. */
export function deviations({ columns, values, starts }: Lists, width: number): Float64Array {
  const count = starts.length - 1;
  const sums = new Float64Array(width);
  const squares = new Float64Array(width);
  for (let k = 0; k < columns.length; k += 1) {
    sums[columns[k]!]! += values[k]!;
    squares[columns[k]!]! += values[k]! ** 2;
  }
  return squares.map((square, at) => Math.sqrt(Math.max(0, square / count - (sums[at]! / count) ** 2)) + 1e-6);
}

/** The scores of all candidates. */
export function scoreLists({ columns, values, starts }: Lists, weights: Float64Array): Float64Array {
  const scores = new Float64Array(starts.length - 1);
  for (let i = 0; i < scores.length; i += 1) {
    for (let k = starts[i]!; k < starts[i + 1]!; k += 1) scores[i]! += weights[columns[k]!]! * values[k]!;
  }
  return scores;
}

/** One observation: inputs (the first is 1), what was seen (0 … 1), and how much it counts. */
export interface Case {
  readonly inputs: readonly number[];
  readonly target: number;
  readonly weight: number;
}

/** Logistic regression by Newton's method (iteratively reweighted least squares); the first input is not penalised. */
export function fitLogistic(cases: readonly Case[], penalty: number): Float64Array {
  const width = cases[0]?.inputs.length ?? 0;
  const { mean, deviation } = moments(cases, width);
  const rows = cases.map(({ inputs }) =>
    Float64Array.from(inputs, (x, at) => (at === 0 ? 1 : (x - mean[at]!) / deviation[at]!)),
  );
  const weights = new Float64Array(width);
  for (let step = 0; step < 12; step += 1) {
    const slope = weights.map((weight, at) => (at === 0 ? 0 : penalty * weight));
    const curve = Array.from({ length: width }, (_, at) => {
      const row = new Float64Array(width);
      row[at] = at === 0 ? 1e-6 : penalty;
      return row;
    });
    for (const [index, { target, weight }] of cases.entries()) {
      const row = rows[index]!;
      let sum = 0;
      for (let at = 0; at < width; at += 1) sum += weights[at]! * row[at]!;
      const share = 1 / (1 + Math.exp(-sum));
      const error = weight * (share - target);
      const bend = weight * share * (1 - share);
      for (let at = 0; at < width; at += 1) {
        slope[at]! += error * row[at]!;
        const line = curve[at]!;
        const part = bend * row[at]!;
        for (let other = 0; other <= at; other += 1) line[other]! += part * row[other]!;
      }
    }
    for (let at = 0; at < width; at += 1)
      for (let other = 0; other < at; other += 1) curve[other]![at] = curve[at]![other]!;
    const move = solve(curve, slope);
    for (let at = 0; at < width; at += 1) weights[at]! -= move[at]!;
  }
  const plain = weights.map((weight, at) => (at === 0 ? weight : weight / deviation[at]!));
  for (let at = 1; at < width; at += 1) plain[0]! -= plain[at]! * mean[at]!;
  return plain;
}

function moments(cases: readonly Case[], width: number) {
  const mean = new Float64Array(width);
  const deviation = new Float64Array(width);
  for (const { inputs } of cases) for (let at = 0; at < width; at += 1) mean[at]! += inputs[at]! / cases.length;
  for (const { inputs } of cases) {
    for (let at = 0; at < width; at += 1) deviation[at]! += (inputs[at]! - mean[at]!) ** 2 / cases.length;
  }
  return { mean, deviation: deviation.map((square) => Math.sqrt(square) + 1e-6) };
}

/** Gaussian elimination with partial pivoting. */
function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const rows = matrix.map((row, at) => Float64Array.of(...row, right[at]!));
  for (let at = 0; at < size; at += 1) {
    let pivot = at;
    for (let row = at + 1; row < size; row += 1)
      if (Math.abs(rows[row]![at]!) > Math.abs(rows[pivot]![at]!)) pivot = row;
    [rows[at], rows[pivot]] = [rows[pivot]!, rows[at]!];
    for (let row = at + 1; row < size; row += 1) {
      const factor = rows[row]![at]! / rows[at]![at]!;
      if (factor !== 0) for (let k = at; k <= size; k += 1) rows[row]![k]! -= factor * rows[at]![k]!;
    }
  }
  const found = new Float64Array(size);
  for (let at = size - 1; at >= 0; at -= 1) {
    let sum = rows[at]![size]!;
    for (let k = at + 1; k < size; k += 1) sum -= rows[at]![k]! * found[k]!;
    found[at] = sum / rows[at]![at]!;
  }
  return found;
}
