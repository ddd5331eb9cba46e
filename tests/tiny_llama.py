"""A llama.cpp server with a model that was never trained: real HTTP, a real grammar, pure nonsense.

The weights are random but for one constant channel, which gives every byte a fixed likelihood:
closing quotes and brackets are likely, so that whatever the grammar leaves open ends soon.  What
comes out has the form that the schema demands, and no meaning at all.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

NAME = "tiny-random"
WIDTH = 64
SPECIAL = ("<unk>", "<s>", "</s>")
TEMPLATE = "{% for message in messages %}{{ message['content'] }}\n{% endfor %}"


def likelihood(byte: int) -> float:
    """How much a byte is preferred, as a logit."""
    char = chr(byte)
    for favoured, logit in (('"', 3.5), ("{", 4.0), ("]}", 2.5), (",", 1.5), ("0123456789", 0.0)):
        if char in favoured:
            return logit
    if char.isascii() and char.isalpha():
        return 1.0
    # Neither the grammar nor a model of single bytes keeps UTF-8 well-formed, which llama.cpp
    # answers with a 500: so hardly any other byte.
    return -1.0 if char.isascii() and char.isprintable() else -20.0


def write_model(path: Path) -> None:
    """A llama of one layer over single bytes, 0.3 MB."""
    import numpy
    from gguf import GGUFWriter, TokenType

    random = numpy.random.default_rng(1)

    def weights(*shape: int, scale: float = 0.05) -> Any:
        return random.normal(0, scale, shape).astype(numpy.float32)

    tokens = [*SPECIAL, *(f"<0x{byte:02X}>" for byte in range(256))]
    writer = GGUFWriter(path, "llama")
    writer.add_context_length(1 << 15)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(1)
    writer.add_feed_forward_length(WIDTH)
    writer.add_head_count(2)
    writer.add_head_count_kv(2)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(WIDTH // 2)
    writer.add_vocab_size(len(tokens))
    writer.add_tokenizer_model("llama")
    writer.add_token_list(tokens)
    writer.add_token_scores([0.0] * len(tokens))
    writer.add_token_types(
        [TokenType.UNKNOWN, TokenType.CONTROL, TokenType.CONTROL] + [TokenType.BYTE] * 256
    )
    writer.add_unk_token_id(0)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_add_space_prefix(value=False)
    writer.add_chat_template(TEMPLATE)

    embedding = weights(len(tokens), WIDTH, scale=1.0)
    embedding[:, 0] = 8.0  # so large that normalising leaves it nearly constant
    output = weights(len(tokens), WIDTH, scale=0.1)
    output[:, 0] = [-9.0, -9.0, 3.0, *map(likelihood, range(256))]
    output[:, 0] /= 5.7  # what is left of the constant after normalising
    writer.add_tensor("token_embd.weight", embedding)
    writer.add_tensor("output.weight", output)
    writer.add_tensor("output_norm.weight", numpy.ones(WIDTH, numpy.float32))
    for name in ("attn_norm", "ffn_norm"):
        writer.add_tensor(f"blk.0.{name}.weight", numpy.ones(WIDTH, numpy.float32))
    for name in ("attn_q", "attn_k", "attn_v", "attn_output", "ffn_gate", "ffn_up", "ffn_down"):
        writer.add_tensor(f"blk.0.{name}.weight", weights(WIDTH, WIDTH))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def serve(model: Path, *, slots: int = 4, longest: int = 6000) -> Any:
    """A running server on loopback, its address in ``listening_address``; it ends when dropped."""
    from xllamacpp import CommonParams, Server

    params = CommonParams()
    params.model.path = str(model)
    params.model_alias = {NAME}
    params.sampling.top_k, params.sampling.top_p, params.sampling.min_p = 0, 1.0, 0.0  # all bytes
    params.cpuparams.n_threads = 1  # more would only wait for each other
    params.n_parallel = slots
    params.n_ctx = slots * (1 << 15)
    params.n_predict = longest  # tokens; a reply that is longer is cut off
    params.port = 0
    params.hostnames = ["127.0.0.1"]
    params.warmup = False
    params.verbosity = 0
    return Server(params)
