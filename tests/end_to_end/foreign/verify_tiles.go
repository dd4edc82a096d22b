// verify_tiles checks a published log with the tlog and note packages of golang.org/x/mod, which know nothing of us.
// Only file names, entry bundles and the lines of proofs are parsed here.
//
//	verify_tiles directory VKEY DIRECTORY [OLD_SIZE …]
//	verify_tiles proof VKEY PROOF_FILE ENTRY_FILE
//	verify_tiles proofs VKEY FOLDER
//
// A folder of proofs holds NAME.tlog-proof (C2SP tlog-proof) and, beside each, the entry it is of: NAME.entry.
//
// Exit code 0: everything holds; 1: it does not, and why; 2: usage.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const tileHeight = 8
const tileWidth = 1 << tileHeight

func main() {
	if len(os.Args) < 4 {
		usage()
	}
	var err error
	switch {
	case os.Args[1] == "directory":
		err = verifyDirectory(os.Args[2], os.Args[3], os.Args[4:])
	case os.Args[1] == "proof" && len(os.Args) == 5:
		err = verifyProof(os.Args[2], os.Args[3], os.Args[4])
	case os.Args[1] == "proofs" && len(os.Args) == 4:
		err = verifyProofs(os.Args[2], os.Args[3])
	default:
		usage()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "REJECTED:", err)
		os.Exit(1)
	}
	fmt.Println("ACCEPTED")
}

func usage() {
	fmt.Fprintln(os.Stderr, "usage: verify_tiles directory VKEY DIRECTORY [OLD_SIZE ...] | proof VKEY PROOF ENTRY"+
		" | proofs VKEY FOLDER")
	os.Exit(2)
}

// parseSize refuses what ParseInt forgives.
func parseSize(text string) (int64, error) {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil || n < 0 || strconv.FormatInt(n, 10) != text {
		return 0, fmt.Errorf("%q is not a size", text)
	}
	return n, nil
}

func parseHash(text string) (tlog.Hash, error) {
	var hash tlog.Hash
	raw, err := base64.StdEncoding.Strict().DecodeString(text)
	if err != nil || len(raw) != len(hash) {
		return hash, fmt.Errorf("%q is not a hash", text)
	}
	copy(hash[:], raw)
	return hash, nil
}

func openCheckpoint(vkey string, signed []byte) (tlog.Tree, error) {
	var tree tlog.Tree
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return tree, err
	}
	opened, err := note.Open(signed, note.VerifierList(verifier))
	if err != nil {
		return tree, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 || lines[0] != verifier.Name() {
		return tree, fmt.Errorf("the checkpoint is not by %s: %q", verifier.Name(), opened.Text)
	}
	if tree.N, err = parseSize(lines[1]); err != nil {
		return tree, err
	}
	tree.Hash, err = parseHash(lines[2])
	return tree, err
}

// memory holds all hashes of the tree, made from the entries alone, in the order tlog stores them.
type memory []tlog.Hash

func (m memory) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	out := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		if index >= int64(len(m)) {
			return nil, errors.New("hash past the end")
		}
		out[i] = m[index]
	}
	return out, nil
}

// tilePath is tlog's path without the height, as in C2SP tlog-tiles.
func tilePath(tile tlog.Tile) string {
	return strings.Replace(tile.Path(), fmt.Sprintf("tile/%d/", tile.H), "tile/", 1)
}

func entriesPath(n int64, width int) string {
	path := tilePath(tlog.Tile{H: tileHeight, L: 0, N: n, W: width})
	return strings.Replace(path, "tile/0/", "tile/entries/", 1)
}

// directory reads tiles as a client would; TileHashReader checks them against the tree's root.
type directory struct{ path string }

func (d directory) Height() int { return tileHeight }

func (d directory) SaveTiles([]tlog.Tile, [][]byte) {}

func (d directory) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var out [][]byte
	for _, tile := range tiles {
		raw, err := os.ReadFile(filepath.Join(d.path, tilePath(tile)))
		if err != nil {
			return nil, err
		}
		out = append(out, raw)
	}
	return out, nil
}

// tilesOf lists the tiles of a tree of this size; NewTiles lists every narrower one before the last of a level as well.
func tilesOf(size int64) []tlog.Tile {
	var widest []tlog.Tile
	for _, tile := range tlog.NewTiles(tileHeight, 0, size) {
		if last := len(widest) - 1; last >= 0 && widest[last].L == tile.L && widest[last].N == tile.N {
			widest[last] = tile
		} else {
			widest = append(widest, tile)
		}
	}
	return widest
}

func readBundle(path string, width int) ([][]byte, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var entries [][]byte
	for len(raw) > 0 {
		if len(raw) < 2 || len(raw) < 2+int(binary.BigEndian.Uint16(raw)) {
			return nil, fmt.Errorf("%s is cut off", path)
		}
		end := 2 + int(binary.BigEndian.Uint16(raw))
		entries = append(entries, raw[2:end])
		raw = raw[end:]
	}
	if len(entries) != width {
		return nil, fmt.Errorf("%s has %d entries, not %d", path, len(entries), width)
	}
	return entries, nil
}

func hashEntries(dir string, size int64) (memory, error) {
	var hashes memory
	for first := int64(0); first < size; first += tileWidth {
		width := tileWidth
		if size-first < tileWidth {
			width = int(size - first)
		}
		entries, err := readBundle(filepath.Join(dir, entriesPath(first/tileWidth, width)), width)
		if err != nil {
			return nil, err
		}
		for i, entry := range entries {
			more, err := tlog.StoredHashes(first+int64(i), entry, hashes)
			if err != nil {
				return nil, err
			}
			hashes = append(hashes, more...)
		}
	}
	return hashes, nil
}

func verifyDirectory(vkey, dir string, oldSizes []string) error {
	signed, err := os.ReadFile(filepath.Join(dir, "checkpoint"))
	if err != nil {
		return err
	}
	tree, err := openCheckpoint(vkey, signed)
	if err != nil {
		return err
	}
	hashes, err := hashEntries(dir, tree.N)
	if err != nil {
		return err
	}
	root, err := tlog.TreeHash(tree.N, hashes)
	if err != nil {
		return err
	}
	if root != tree.Hash {
		return fmt.Errorf("the entries have root %v, the checkpoint says %v", root, tree.Hash)
	}
	for _, tile := range tilesOf(tree.N) {
		want, err := tlog.ReadTileData(tile, hashes)
		if err != nil {
			return err
		}
		got, err := os.ReadFile(filepath.Join(dir, tilePath(tile)))
		if err != nil {
			return err
		}
		if !bytes.Equal(got, want) {
			return fmt.Errorf("%s is not the tile the entries make", tilePath(tile))
		}
	}
	if err := verifyInclusions(tree, hashes, dir); err != nil {
		return err
	}
	return verifyConsistencies(tree, hashes, dir, oldSizes)
}

// Every entry is proved from its hashes, and about 500 of them from the tiles as a client fetches them.
func verifyInclusions(tree tlog.Tree, hashes memory, dir string) error {
	tiles := tlog.TileHashReader(tree, directory{dir})
	for index := int64(0); index < tree.N; index++ {
		leaf := hashes[tlog.StoredHashIndex(0, index)]
		readers := []tlog.HashReader{hashes}
		if index%(tree.N/500+1) == 0 || index == tree.N-1 {
			readers = append(readers, tiles)
		}
		for _, reader := range readers {
			proof, err := tlog.ProveRecord(tree.N, index, reader)
			if err != nil {
				return fmt.Errorf("entry %d: %v", index, err)
			}
			if err := tlog.CheckRecord(proof, tree.N, tree.Hash, index, leaf); err != nil {
				return fmt.Errorf("entry %d: %v", index, err)
			}
		}
	}
	return nil
}

func verifyConsistencies(tree tlog.Tree, hashes memory, dir string, oldSizes []string) error {
	for _, text := range oldSizes {
		old, err := parseSize(text)
		if err != nil {
			return err
		}
		oldRoot, err := tlog.TreeHash(old, hashes)
		if err != nil {
			return err
		}
		proof, err := tlog.ProveTree(tree.N, old, tlog.TileHashReader(tree, directory{dir}))
		if err != nil {
			return fmt.Errorf("from size %d: %v", old, err)
		}
		if err := tlog.CheckTree(proof, tree.N, tree.Hash, old, oldRoot); err != nil {
			return fmt.Errorf("from size %d: %v", old, err)
		}
	}
	return nil
}

func verifyProof(vkey, proofPath, entryPath string) error {
	raw, err := os.ReadFile(proofPath)
	if err != nil {
		return err
	}
	entry, err := os.ReadFile(entryPath)
	if err != nil {
		return err
	}
	head, signed, found := strings.Cut(string(raw), "\n\n")
	lines := strings.Split(head, "\n")
	if !found || lines[0] != "c2sp.org/tlog-proof@v1" {
		return errors.New("not a tlog-proof")
	}
	lines = lines[1:]
	if len(lines) > 0 && strings.HasPrefix(lines[0], "extra ") {
		lines = lines[1:]
	}
	if len(lines) == 0 || !strings.HasPrefix(lines[0], "index ") {
		return errors.New("no index line")
	}
	index, err := parseSize(strings.TrimPrefix(lines[0], "index "))
	if err != nil {
		return err
	}
	var proof tlog.RecordProof
	for _, line := range lines[1:] {
		hash, err := parseHash(line)
		if err != nil {
			return err
		}
		proof = append(proof, hash)
	}
	tree, err := openCheckpoint(vkey, []byte(signed))
	if err != nil {
		return err
	}
	if index >= tree.N {
		return fmt.Errorf("index %d in a tree of %d", index, tree.N)
	}
	return tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entry))
}

// verifyProofs rejects the folder for one bad proof, and for an entry without a proof or a proof without its entry.
func verifyProofs(vkey, folder string) error {
	entries, err := filepath.Glob(filepath.Join(folder, "*.entry"))
	if err != nil {
		return err
	}
	proofs, err := filepath.Glob(filepath.Join(folder, "*.tlog-proof"))
	if err != nil {
		return err
	}
	if len(proofs) == 0 || len(proofs) != len(entries) {
		return fmt.Errorf("%s holds %d proofs and %d entries", folder, len(proofs), len(entries))
	}
	for _, proof := range proofs {
		entry := strings.TrimSuffix(proof, ".tlog-proof") + ".entry"
		if err := verifyProof(vkey, proof, entry); err != nil {
			return fmt.Errorf("%s: %v", filepath.Base(proof), err)
		}
	}
	fmt.Println(len(proofs), "proofs hold")
	return nil
}
