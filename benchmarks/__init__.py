"""What we claim about speed, each figure beside a peer of the same run."""
