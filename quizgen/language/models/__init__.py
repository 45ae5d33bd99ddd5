"""Trained model files; licence and training data are named in ``data/LICENSE``."""
