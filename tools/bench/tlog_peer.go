// tlog_peer times proofs of golang.org/x/mod/sumdb/tlog over a log's leaf hashes, kept in memory.
//
//	tlog_peer LEAVES COUNT ROOT
//
// LEAVES holds 32 bytes each, ROOT is in base64. Printed are four medians in microseconds: inclusion proofs made and
// checked, consistency proofs made and checked.
package main

import (
	"encoding/base64"
	"fmt"
	"math/rand"
	"os"
	"sort"
	"strconv"
	"time"

	"golang.org/x/mod/sumdb/tlog"
)

type stored []tlog.Hash

func (s stored) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	out := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		out[i] = s[index]
	}
	return out, nil
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "tlog_peer:", err)
		os.Exit(1)
	}
}

func median(times []float64) float64 {
	sort.Float64s(times)
	return times[len(times)/2]
}

func main() {
	if len(os.Args) != 4 {
		fmt.Fprintln(os.Stderr, "usage: tlog_peer LEAVES COUNT ROOT")
		os.Exit(2)
	}
	bytes, err := os.ReadFile(os.Args[1])
	must(err)
	count, err := strconv.Atoi(os.Args[2])
	must(err)
	size := int64(len(bytes) / tlog.HashSize)
	leaves := make([]tlog.Hash, size)
	var hashes stored
	for n := int64(0); n < size; n++ {
		copy(leaves[n][:], bytes[n*tlog.HashSize:])
		added, err := tlog.StoredHashesForRecordHash(n, leaves[n], hashes)
		must(err)
		hashes = append(hashes, added...)
	}
	root, err := tlog.TreeHash(size, hashes)
	must(err)
	if base64.StdEncoding.EncodeToString(root[:]) != os.Args[3] {
		must(fmt.Errorf("the leaves have another root"))
	}
	var times [4][]float64
	timed := func(kind int, work func() error) {
		start := time.Now()
		must(work())
		times[kind] = append(times[kind], float64(time.Since(start).Nanoseconds())/1e3)
	}
	random := rand.New(rand.NewSource(1))
	for i := 0; i < count; i++ {
		n := random.Int63n(size)
		var record tlog.RecordProof
		timed(0, func() (err error) { record, err = tlog.ProveRecord(size, n, hashes); return })
		timed(1, func() error { return tlog.CheckRecord(record, size, root, n, leaves[n]) })
		old := 1 + random.Int63n(size-1)
		oldRoot, err := tlog.TreeHash(old, hashes)
		must(err)
		var tree tlog.TreeProof
		timed(2, func() (err error) { tree, err = tlog.ProveTree(size, old, hashes); return })
		timed(3, func() error { return tlog.CheckTree(tree, size, root, old, oldRoot) })
	}
	fmt.Printf("[%f,%f,%f,%f]\n", median(times[0]), median(times[1]), median(times[2]), median(times[3]))
}
