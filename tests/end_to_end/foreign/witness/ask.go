package main

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// leaves holds all hashes of the log "entry 0", "entry 1" and so on, in the order tlog stores them.
type leaves []tlog.Hash

func (l leaves) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	out := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		out[i] = l[index]
	}
	return out, nil
}

func grow(size int64, word string) (leaves, error) {
	var all leaves
	for i := int64(0); i < size; i++ {
		more, err := tlog.StoredHashes(i, []byte(fmt.Sprintf("%s %d", word, i)), all)
		if err != nil {
			return nil, err
		}
		all = append(all, more...)
	}
	return all, nil
}

type client struct {
	url     string
	witness cosigner
	signer  note.Signer
	log     note.Verifier
	hashes  leaves
}

// signed is the checkpoint of the first `size` entries; `all` may be of another log.
func (c client) signed(all leaves, size int64) ([]byte, error) {
	root := emptyRoot()
	if size > 0 {
		var err error
		if root, err = tlog.TreeHash(size, all); err != nil {
			return nil, err
		}
	}
	text := fmt.Sprintf("%s\n%d\n%s\n", c.log.Name(), size, base64.StdEncoding.EncodeToString(root[:]))
	return note.Sign(&note.Note{Text: text}, c.signer)
}

func (c client) proof(old, size int64) (string, error) {
	if old == 0 || old == size {
		return "", nil
	}
	hashes, err := tlog.ProveTree(size, old, c.hashes)
	text := ""
	for _, hash := range hashes {
		text += base64.StdEncoding.EncodeToString(hash[:]) + "\n"
	}
	return text, err
}

func (c client) post(body string) (int, http.Header, string, error) {
	response, err := http.Post(c.url+"/add-checkpoint", "", strings.NewReader(body))
	if err != nil {
		return 0, nil, "", err
	}
	defer response.Body.Close()
	raw, err := io.ReadAll(response.Body)
	return response.StatusCode, response.Header, string(raw), err
}

// expect posts and holds the status to the specification.
func (c client) expect(what string, status int, body string) (string, error) {
	got, header, answer, err := c.post(body)
	if err != nil {
		return "", fmt.Errorf("%s: %v", what, err)
	}
	if got != status {
		return "", fmt.Errorf("%s: status %d, not %d: %q", what, got, status, answer)
	}
	if status == http.StatusConflict && header.Get("Content-Type") != "text/x.tlog.size" {
		return "", fmt.Errorf("%s: content type %q", what, header.Get("Content-Type"))
	}
	return answer, nil
}

// ask grows the log one step at a time; before each the witness is asked for what it has to refuse.
func ask(url, witnessVkey, keyFile, from, to string) error {
	c := client{url: url}
	var err error
	if c.witness, err = cosignerOf(witnessVkey); err != nil {
		return err
	}
	if c.signer, c.log, _, err = logKey(keyFile); err != nil {
		return err
	}
	first, err := size(from)
	if err != nil {
		return err
	}
	last, err := size(to)
	if err != nil {
		return err
	}
	if c.hashes, err = grow(last, "entry"); err != nil {
		return err
	}
	for held, step := first, int64(1); held < last; step++ {
		next := held + step
		if next > last {
			next = last
		}
		if err := c.refusals(held, next); err != nil {
			return fmt.Errorf("from %d to %d: %v", held, next, err)
		}
		if err := c.grows(held, next); err != nil {
			return fmt.Errorf("from %d to %d: %v", held, next, err)
		}
		held = next
	}
	fmt.Println("AS SPECIFIED")
	return nil
}

// grows brings a right checkpoint: the cosignature holds, and the monitoring path shows it. Brought again it is cosigned
// again.
func (c client) grows(held, next int64) error {
	signed, err := c.signed(c.hashes, next)
	if err != nil {
		return err
	}
	proof, err := c.proof(held, next)
	if err != nil {
		return err
	}
	for _, body := range []string{fmt.Sprintf("old %d\n%s\n%s", held, proof, signed),
		fmt.Sprintf("old %d\n\n%s", next, signed)} {
		lines, err := c.expect("a right checkpoint", http.StatusOK, body)
		if err != nil {
			return err
		}
		if err := c.cosigned(append(append([]byte{}, signed...), lines...)); err != nil {
			return err
		}
	}
	path := sha256.Sum256([]byte(c.log.Name()))
	response, err := http.Get(c.url + "/" + hex.EncodeToString(path[:]) + "/checkpoint")
	if err != nil {
		return err
	}
	defer response.Body.Close()
	shown, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != http.StatusOK {
		return fmt.Errorf("the monitoring path: status %d, %v", response.StatusCode, err)
	}
	if !strings.HasPrefix(string(shown), strings.SplitAfter(string(signed), "\n\n")[0]) {
		return fmt.Errorf("the monitoring path shows %q", shown)
	}
	return c.cosigned(shown)
}

func (c client) cosigned(signed []byte) error {
	opened, _, err := checkpoint(signed, c.log, c.witness)
	if err != nil {
		return err
	}
	for _, one := range opened.Sigs {
		if one.Name == c.witness.Name() {
			return nil
		}
	}
	return fmt.Errorf("no cosignature of %s in %q", c.witness.Name(), signed)
}

// refusals asks for what must not be cosigned; nothing of it changes what the witness holds.
func (c client) refusals(held, next int64) error {
	signed, err := c.signed(c.hashes, next)
	if err != nil {
		return err
	}
	proof, err := c.proof(held, next)
	if err != nil {
		return err
	}
	right := fmt.Sprintf("old %d\n%s\n%s", held, proof, signed)
	others, err := grow(next, "another entry")
	if err != nil {
		return err
	}
	forked, err := c.signed(others, next)
	if err != nil {
		return err
	}
	zero := base64.StdEncoding.EncodeToString(make([]byte, tlog.HashSize)) + "\n"
	cases := []struct {
		what   string
		status int
		body   string
	}{
		{"nothing", http.StatusBadRequest, ""},
		{"no old size", http.StatusBadRequest, string(signed)},
		{"an old size with a zero before it", http.StatusBadRequest, strings.Replace(right, "old ", "old 0", 1)},
		{"a hash that is none", http.StatusBadRequest, strings.Replace(right, "\n", "\nnone\n", 1)},
		{"an old size above the new one", http.StatusBadRequest, fmt.Sprintf("old %d\n\n%s", next+1, signed)},
		{"another log", http.StatusNotFound, strings.Replace(right, c.log.Name()+"\n", "elsewhere.example/log\n", 1)},
		{"another text under the signature", http.StatusForbidden,
			strings.Replace(right, fmt.Sprintf("\n%d\n", next), fmt.Sprintf("\n%d\n", next+1), 1)},
		{"a proof that proves too much", http.StatusUnprocessableEntity, strings.Replace(right, "\n", "\n"+zero, 1)},
	}
	if held > 0 {
		cases = append(cases, struct {
			what   string
			status int
			body   string
		}{"a fork", http.StatusUnprocessableEntity, fmt.Sprintf("old %d\n%s\n%s", held, proof, forked)})
	}
	for _, one := range cases {
		if _, err := c.expect(one.what, one.status, one.body); err != nil {
			return err
		}
	}
	if held == 0 {
		return nil
	}
	told, err := c.expect("another old size", http.StatusConflict, fmt.Sprintf("old 0\n\n%s", signed))
	if err == nil && told != fmt.Sprintf("%d\n", held) {
		err = fmt.Errorf("the conflict names %q, and the witness holds %d", told, held)
	}
	return err
}
