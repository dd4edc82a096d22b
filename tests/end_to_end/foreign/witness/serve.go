package main

import (
	"crypto/rand"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strings"
	"sync"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// kept is all that a restart needs.
type kept struct {
	Seed string
	Size int64
	Root string
}

type witness struct {
	mutex sync.Mutex
	file  string
	state kept
	log   note.Verifier
	self  cosigner
	held  tlog.Tree
}

func serve(name, logVkey, file, address string) error {
	verifier, err := note.NewVerifier(logVkey)
	if err != nil {
		return err
	}
	w := &witness{file: file, log: verifier}
	if err := w.load(); err != nil {
		return err
	}
	seed, err := fromHex(w.state.Seed, 32)
	if err != nil {
		return err
	}
	w.self = newCosigner(name, seed)
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return err
	}
	fmt.Printf("http://%s %s\n", listener.Addr(), w.self.vkey())
	mux := http.NewServeMux()
	mux.HandleFunc("/add-checkpoint", w.add)
	return http.Serve(listener, mux)
}

func (w *witness) load() error {
	raw, err := os.ReadFile(w.file)
	if err != nil {
		seed := make([]byte, 32)
		if _, err := rand.Read(seed); err != nil {
			return err
		}
		root := emptyRoot()
		w.state = kept{hex.EncodeToString(seed), 0, hex.EncodeToString(root[:])}
		if err := w.save(); err != nil {
			return err
		}
	} else if err := json.Unmarshal(raw, &w.state); err != nil {
		return err
	}
	root, err := fromHex(w.state.Root, tlog.HashSize)
	w.held.N = w.state.Size
	copy(w.held.Hash[:], root)
	return err
}

func (w *witness) save() error {
	raw, err := json.Marshal(w.state)
	if err == nil {
		err = os.WriteFile(w.file+".new", raw, 0o600)
	}
	if err == nil {
		err = os.Rename(w.file+".new", w.file)
	}
	return err
}

func (w *witness) add(out http.ResponseWriter, request *http.Request) {
	body, err := io.ReadAll(io.LimitReader(request.Body, 1<<20))
	if err != nil || request.Method != http.MethodPost {
		http.Error(out, "not a request", http.StatusBadRequest)
		return
	}
	w.mutex.Lock()
	defer w.mutex.Unlock()
	status, text := w.answer(string(body))
	if status == http.StatusConflict {
		out.Header().Set("Content-Type", "text/x.tlog.size")
	}
	out.WriteHeader(status)
	io.WriteString(out, text)
}

func (w *witness) answer(body string) (int, string) {
	head, signed, found := strings.Cut(body, "\n\n")
	lines := strings.Split(head, "\n")
	if !found || !strings.HasPrefix(lines[0], "old ") {
		return http.StatusBadRequest, "no old size\n"
	}
	old, err := size(strings.TrimPrefix(lines[0], "old "))
	if err != nil {
		return http.StatusBadRequest, err.Error() + "\n"
	}
	var proof tlog.TreeProof
	for _, line := range lines[1:] {
		raw, err := base64.StdEncoding.Strict().DecodeString(line)
		if err != nil || len(raw) != tlog.HashSize {
			return http.StatusBadRequest, "no hash\n"
		}
		var hash tlog.Hash
		copy(hash[:], raw)
		proof = append(proof, hash)
	}
	if !strings.HasPrefix(signed, w.log.Name()+"\n") {
		return http.StatusNotFound, "another log\n"
	}
	opened, grown, err := checkpoint([]byte(signed), w.log)
	if err != nil {
		return http.StatusForbidden, err.Error() + "\n"
	}
	switch {
	case old > grown.N:
		return http.StatusBadRequest, "the old size is above the new one\n"
	case old != w.held.N:
		return http.StatusConflict, fmt.Sprintf("%d\n", w.held.N)
	case old == grown.N && grown.Hash != w.held.Hash:
		return http.StatusConflict, fmt.Sprintf("%d\n", w.held.N)
	case !consistent(proof, w.held, grown):
		return http.StatusUnprocessableEntity, "no proof\n"
	}
	w.state.Size, w.state.Root = grown.N, hex.EncodeToString(grown.Hash[:])
	if err := w.save(); err != nil {
		return http.StatusInternalServerError, err.Error() + "\n"
	}
	w.held = grown
	made, err := note.Sign(&note.Note{Text: opened.Text}, w.self)
	if err != nil {
		return http.StatusInternalServerError, err.Error() + "\n"
	}
	return http.StatusOK, strings.TrimPrefix(string(made), opened.Text+"\n")
}
